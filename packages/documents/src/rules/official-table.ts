/**
 * What each assertion of the pack of structuration minimale becomes here: by template, then `key => rules`.
 *
 * A rule is written without `cda.`; `#name` says the attribute (or the child, or the part) that the finding names. `never`: the
 * assertion cannot fire, the context in which it stands excludes what it refuses. `official`: only the official rules look at it.
 * Several rules: the same words serve several places of the template. Keys are those of `officialKey`.
 *
 * Source: CI-SIS, structuration minimale 1.16, rules generated on 2024-12-10.
 */
export const OFFICIAL_TABLE: Readonly<Record<string, string>> = {
  scenario: `
instance => header.typeId.missing
`,
  SMDS_CDAClinicalDocument: `
value classCode DOCCLIN => header.ClinicalDocument.value#classCode
value moodCode EVN => header.ClinicalDocument.value#moodCode
set extravalidationterminologies 1.2.250.1.213.1.1.5.718 => official
act performer => header.firstAct.performer
act effectivetime => header.firstAct.effectiveTime
unstructured templates => header.templateId.unstructured
unstructured template => header.templateId.unstructuredMissing
min realmCode[@code = 'FR'] => header.realmCode.missing
max realmCode[@code = 'FR'] => header.realmCode.tooMany
min typeId[@root = '2.16.840.1.113883.1.3'][@extension = 'POCD_HD000040'] => never
max typeId[@root = '2.16.840.1.113883.1.3'][@extension = 'POCD_HD000040'] => header.typeId.tooMany
min templateId[@root='2.16.840.1.113883.2.8.2.1'] => header.templateFrance.missing
max templateId[@root='2.16.840.1.113883.2.8.2.1'] => header.templateFrance.tooMany
min templateId[@root='1.2.250.1.213.1.1.1.1'] => header.templateCisis.missing
max templateId[@root='1.2.250.1.213.1.1.1.1'] => header.templateCisis.tooMany
min templateId[not(@root='1.2.250.1.213.1.1.1.1') and not(@root='2.16.840.1.113883.2.8.2.1')] => header.templateModel.missing
min id[not(@nullFlavor)] => header.id.missing
max id[not(@nullFlavor)] => header.id.tooMany
min code[not(@nullFlavor)] => header.code.missing
max code[not(@nullFlavor)] => header.code.tooMany
min title[not(@nullFlavor)] => header.title.missing
max title[not(@nullFlavor)] => header.title.tooMany
min effectiveTime[not(@nullFlavor)] => header.effectiveTime.missing
max effectiveTime[not(@nullFlavor)] => header.effectiveTime.tooMany
min confidentialityCode[not(@nullFlavor)] => header.confidentialityCode.missing
max confidentialityCode[not(@nullFlavor)] => header.confidentialityCode.tooMany
min languageCode[not(@nullFlavor)] => header.languageCode.missing
max languageCode[not(@nullFlavor)] => header.languageCode.tooMany
min setId[not(@nullFlavor)] => header.setId.missing
max setId[not(@nullFlavor)] => header.setId.tooMany
min versionNumber[not(@nullFlavor)] => header.versionNumber.missing
max versionNumber[not(@nullFlavor)] => header.versionNumber.tooMany
min recordTarget[not(@nullFlavor)] => recordTarget.recordTarget.missing
max recordTarget[not(@nullFlavor)] => recordTarget.recordTarget.tooMany
insTraits => header.insTraits
min author[not(@nullFlavor)][assignedAuthor] => author.author.missing
max dataEnterer => dataEnterer.dataEnterer.tooMany
min custodian[not(@nullFlavor)][assignedCustodian] => custodian.custodian.missing
max custodian[not(@nullFlavor)][assignedCustodian] => custodian.custodian.tooMany
min legalAuthenticator[signatureCode[@code = 'S']] => legalAuthenticator.legalAuthenticator.missing
max legalAuthenticator[signatureCode[@code = 'S']] => legalAuthenticator.legalAuthenticator.tooMany
min documentationOf[not(@nullFlavor)][serviceEvent] => documentationOf.documentationOf.missing
max relatedDocument[@typeCode = 'RPLC'][parentDocument] => relatedDocument.relatedDocument.tooMany
min componentOf[not(@nullFlavor)][encompassingEncounter] => componentOf.componentOf.missing
max componentOf[not(@nullFlavor)][encompassingEncounter] => componentOf.componentOf.tooMany
min component => header.component.missing
max component => header.component.tooMany
value code FR => never
value root 2.16.840.1.113883.1.3 => never
value extension POCD_HD000040 => never
form extension st => header.id.form#extension header.setId.form#extension
value root 2.16.840.1.113883.2.8.2.1 => never
value root 1.2.250.1.213.1.1.1.1 => never
attribute root => header.templateModel.attribute#root header.id.attribute#root header.setId.attribute#root
form root uid => header.templateModel.form#root header.id.form#root header.setId.form#root
form codeSystemName st => header.code.form#codeSystemName
attribute displayName => header.code.attribute#displayName header.confidentialityCode.attribute#displayName
form displayName st => header.code.form#displayName header.confidentialityCode.form#displayName
attribute codeSystem => header.code.attribute#codeSystem header.confidentialityCode.attribute#codeSystem
form codeSystem oid => header.code.form#codeSystem header.confidentialityCode.form#codeSystem
attribute code => header.code.attribute#code header.confidentialityCode.attribute#code header.languageCode.attribute#code
set code 1.2.250.1.213.1.1.5.471 => header.code.valueSet#code
child => header.effectiveTime.child
attribute value => header.effectiveTime.attribute#value header.versionNumber.attribute#value
form value ts => header.effectiveTime.form#value
set code 2.16.840.1.113883.1.11.10228 => header.confidentialityCode.valueSet#code
form code cs => header.languageCode.form#code
language => header.languageCode.language
form value INT => header.versionNumber.form#value
form value int => header.versionNumber.form#value
undescribed => header.undescribed
`,
  'CI-SISAddr': `
form namespaced-use cs => never
use => addr.use
max country => addr.country.tooMany
max state => addr.state.tooMany
max city => addr.city.tooMany
max postalCode => addr.postalCode.tooMany
max county => addr.county.tooMany
max houseNumber => addr.houseNumber.tooMany
max houseNumberNumeric => addr.houseNumberNumeric.tooMany
max streetName => addr.streetName.tooMany
max streetNameType => addr.streetNameType.tooMany
max additionalLocator => addr.additionalLocator.tooMany
max unitID => addr.unitID.tooMany
max postBox => addr.postBox.tooMany
max precinct => addr.precinct.tooMany
form use cs => addr.lines.form#use
max streetAddressLine => addr.streetAddressLine.tooMany
undescribed => header.undescribed
`,
  'CI-SISAssignedEntity': `
set J245 => informant.prefix.valueSet
set J246 => informant.suffix.valueSet
min id => informant.id.missing
max id => informant.id.tooMany
max code => informant.code.tooMany
max assignedPerson => informant.assignedPerson.tooMany
max representedOrganization => informant.representedOrganization.tooMany
form root uid => informant.id.form#root
form extension st => informant.id.form#extension informant.organizationId.form#extension
id incomplete => informant.id.incomplete
form codeSystemName st => informant.code.form#codeSystemName
form displayName st => informant.code.form#displayName informant.standardIndustryClassCode.form#displayName
form codeSystem oid => informant.code.form#codeSystem informant.standardIndustryClassCode.form#codeSystem
form code cs => informant.code.form#code
min name[family] => informant.personName.missing
max name[family] => informant.personName.tooMany
max prefix => informant.prefix.tooMany
max given => informant.given.tooMany
min family => informant.family.missing
max family => informant.family.tooMany
max suffix => informant.suffix.tooMany
max name => informant.organizationName.tooMany
max standardIndustryClassCode => informant.standardIndustryClassCode.tooMany
attribute extension => informant.organizationId.attribute#extension
value root 1.2.250.1.71.4.2.2 => never
attribute code => informant.standardIndustryClassCode.attribute#code
set code 1.2.250.1.213.1.1.5.467 => informant.standardIndustryClassCode.valueSet#code
attribute displayName => informant.standardIndustryClassCode.attribute#displayName
attribute codeSystem => informant.standardIndustryClassCode.attribute#codeSystem
undescribed => header.undescribed
`,
  'CI-SISAuthenticator': `
set J245 => authenticator.prefix.valueSet
set J246 => authenticator.suffix.valueSet
min time => authenticator.time.missing
max time => authenticator.time.tooMany
min signatureCode[@code = 'S'] => authenticator.signatureCode.missing
max signatureCode[@code = 'S'] => authenticator.signatureCode.tooMany
min assignedEntity[id[@root = '1.2.250.1.71.4.2.1']] => authenticator.assignedEntity.missing
max assignedEntity[id[@root = '1.2.250.1.71.4.2.1']] => authenticator.assignedEntity.tooMany
form root uid => authenticator.templateId.form#root
child => authenticator.time.child
attribute value => authenticator.time.attribute#value
form value ts => authenticator.time.form#value
set code S => never
min id[@root = '1.2.250.1.71.4.2.1'] => authenticator.id.missing
max id[@root = '1.2.250.1.71.4.2.1'] => authenticator.id.tooMany
max code => authenticator.code.tooMany
max assignedPerson => authenticator.assignedPerson.tooMany
max representedOrganization => authenticator.representedOrganization.tooMany
attribute extension => authenticator.id.attribute#extension authenticator.organizationId.attribute#extension
form extension st => authenticator.id.form#extension authenticator.organizationId.form#extension
value root 1.2.250.1.71.4.2.1 => never
form codeSystemName st => authenticator.code.form#codeSystemName
form displayName st => authenticator.code.form#displayName authenticator.standardIndustryClassCode.form#displayName
form codeSystem oid => authenticator.code.form#codeSystem authenticator.standardIndustryClassCode.form#codeSystem
form code cs => authenticator.code.form#code authenticator.standardIndustryClassCode.form#code
min name[family] => authenticator.personName.missing
max name[family] => authenticator.personName.tooMany
min family => authenticator.family.missing
max family => authenticator.family.tooMany
max given => authenticator.given.tooMany
max prefix => authenticator.prefix.tooMany
max suffix => authenticator.suffix.tooMany
max name => authenticator.organizationName.tooMany
max standardIndustryClassCode[concat(@code, @codeSystem) = doc('include/voc-1.2.250.1.213.1.1.5.467-DYNAMIC.xml')//valueSet[1]/conceptList/concept/concat(@code, @codeSystem)] => authenticator.standardIndustryClassCode.tooMany
value root 1.2.250.1.71.4.2.2 => never
set code 1.2.250.1.213.1.1.5.467 => never
attribute displayName => authenticator.standardIndustryClassCode.attribute#displayName
attribute codeSystem => authenticator.standardIndustryClassCode.attribute#codeSystem
attribute code => authenticator.standardIndustryClassCode.attribute#code
undescribed => header.undescribed
`,
  'CI-SISAuthor': `
set J245 => author.prefix.valueSet
set J246 => author.suffix.valueSet
max functionCode => author.functionCode.tooMany
min time => author.time.missing
max time => author.time.tooMany
min assignedAuthor[not(@nullFlavor)] => author.assignedAuthor.missing
max assignedAuthor[not(@nullFlavor)] => author.assignedAuthor.tooMany
form displayName st => author.functionCode.form#displayName author.code.form#displayName author.standardIndustryClassCode.form#displayName
attribute codeSystem => author.functionCode.attribute#codeSystem author.code.attribute#codeSystem author.standardIndustryClassCode.attribute#codeSystem
form codeSystem oid => author.functionCode.form#codeSystem author.code.form#codeSystem author.standardIndustryClassCode.form#codeSystem
attribute code => author.functionCode.attribute#code author.code.attribute#code author.standardIndustryClassCode.attribute#code
set code 1.2.250.1.213.1.1.5.124 => author.functionCode.valueSet#code
max originalText => author.functionText.tooMany
child => author.time.child
attribute value => author.time.attribute#value
form value ts => author.time.form#value
min id => author.id.missing
max code => author.code.tooMany
choice max assignedPerson or assignedAuthoringDevice => author.assignedAuthor.choiceTooMany
max assignedPerson => author.assignedPerson.tooMany
max assignedAuthoringDevice => author.assignedAuthoringDevice.tooMany
max representedOrganization => author.representedOrganization.tooMany
attribute extension => author.id.attribute#extension author.organizationId.attribute#extension
form extension st => author.id.form#extension author.organizationId.form#extension
attribute root => author.id.attribute#root
form root uid => author.id.form#root
attribute displayName => author.code.attribute#displayName author.standardIndustryClassCode.attribute#displayName
set code 1.2.250.1.213.1.1.5.461 => author.code.valueSet#code
min name[family] => author.personName.missing
max name[family] => author.personName.tooMany
min family => author.family.missing
max family => author.family.tooMany
max given => author.given.tooMany
max prefix => author.prefix.tooMany
max suffix => author.suffix.tooMany
min manufacturerModelName => author.manufacturerModelName.missing
max manufacturerModelName => author.manufacturerModelName.tooMany
min softwareName => author.softwareName.missing
max softwareName => author.softwareName.tooMany
max id[@root = '1.2.250.1.71.4.2.2'] => author.organizationId.tooMany
max name => author.organizationName.tooMany
max standardIndustryClassCode[concat(@code, @codeSystem) = doc('include/voc-1.2.250.1.213.1.1.5.467-DYNAMIC.xml')//valueSet[1]/conceptList/concept/concat(@code, @codeSystem)] => author.standardIndustryClassCode.tooMany
value root 1.2.250.1.71.4.2.2 => never
set code 1.2.250.1.213.1.1.5.467 => never
form code cs => author.standardIndustryClassCode.form#code
undescribed => header.undescribed
`,
  'CI-SISAuthorization': `
value typeCode AUTH => authorization.authorization.value#typeCode
min consent[statusCode[@code = 'completed' or @nullFlavor]] => authorization.consent.missing
max consent[statusCode[@code = 'completed' or @nullFlavor]] => authorization.consent.tooMany
value classCode CONS => authorization.consent.value#classCode
value moodCode EVN => authorization.consent.value#moodCode
min code => authorization.code.missing
max code => authorization.code.tooMany
min statusCode[@code = 'completed' or @nullFlavor] => authorization.statusCode.missing
max statusCode[@code = 'completed' or @nullFlavor] => authorization.statusCode.tooMany
set code completed => never
undescribed => header.undescribed
`,
  'CI-SISComponentOf': `
set J245 => componentOf.prefix.valueSet
set J246 => componentOf.suffix.valueSet
min encompassingEncounter[not(@nullFlavor)][location] => componentOf.encompassingEncounter.missing
max encompassingEncounter[not(@nullFlavor)][location] => componentOf.encompassingEncounter.tooMany
max code => componentOf.code.tooMany componentOf.responsibleCode.tooMany componentOf.partOfCode.tooMany componentOf.participantCode.tooMany
min effectiveTime => componentOf.effectiveTime.missing
max effectiveTime => componentOf.effectiveTime.tooMany componentOf.partOfTime.tooMany
max dischargeDispositionCode => componentOf.dischargeDispositionCode.tooMany
max responsibleParty[assignedEntity] => componentOf.responsibleParty.tooMany
min location[healthCareFacility] => componentOf.location.missing
max location[healthCareFacility] => componentOf.location.tooMany
form extension st => componentOf.id.form#extension componentOf.responsibleId.form#extension componentOf.responsibleOrganizationId.form#extension componentOf.responsibleOrganizationOtherId.form#extension componentOf.participantId.form#extension componentOf.participantOrganizationId.form#extension
attribute root => componentOf.id.attribute#root componentOf.responsibleOrganizationOtherId.attribute#root
form root uid => componentOf.id.form#root componentOf.responsibleOrganizationOtherId.form#root
attribute code => componentOf.code.attribute#code componentOf.dischargeDispositionCode.attribute#code componentOf.responsibleSector.attribute#code componentOf.participantSector.attribute#code componentOf.facilityCode.attribute#code componentOf.facilityTranslation.attribute#code
set code 1.2.250.1.213.1.1.5.589 => componentOf.code.valueSet#code
attribute codeSystem => componentOf.code.attribute#codeSystem componentOf.responsibleSector.attribute#codeSystem componentOf.participantSector.attribute#codeSystem componentOf.facilityCode.attribute#codeSystem componentOf.facilityTranslation.attribute#codeSystem
form codeSystem oid => componentOf.code.form#codeSystem componentOf.responsibleSector.form#codeSystem componentOf.participantSector.form#codeSystem componentOf.facilityCode.form#codeSystem componentOf.facilityTranslation.form#codeSystem
attribute displayName => componentOf.code.attribute#displayName componentOf.dischargeDispositionCode.attribute#displayName componentOf.responsibleSector.attribute#displayName componentOf.participantSector.attribute#displayName componentOf.facilityCode.attribute#displayName componentOf.facilityTranslation.attribute#displayName
form displayName st => componentOf.code.form#displayName componentOf.dischargeDispositionCode.form#displayName componentOf.responsibleSector.form#displayName componentOf.participantSector.form#displayName componentOf.facilityCode.form#displayName componentOf.facilityTranslation.form#displayName
max low => componentOf.low.tooMany
max high => componentOf.high.tooMany
form value ts => componentOf.low.form#value componentOf.high.form#value
value codeSystem 1.2.250.1.213.2.14 => componentOf.dischargeDispositionCode.value#codeSystem
form code cs => componentOf.dischargeDispositionCode.form#code componentOf.responsibleSector.form#code componentOf.participantSector.form#code componentOf.facilityTranslation.form#code
min assignedEntity[id[@root = '1.2.250.1.71.4.2.1']] => componentOf.responsibleEntity.missing componentOf.participantEntity.missing
max assignedEntity[id[@root = '1.2.250.1.71.4.2.1']] => componentOf.responsibleEntity.tooMany componentOf.participantEntity.tooMany
min id[@root = '1.2.250.1.71.4.2.1'] => componentOf.responsibleId.missing componentOf.participantId.missing
max id[@root = '1.2.250.1.71.4.2.1'] => componentOf.responsibleId.tooMany componentOf.participantId.tooMany
max assignedPerson => componentOf.responsiblePerson.tooMany componentOf.participantPerson.tooMany
max representedOrganization => componentOf.responsibleOrganization.tooMany componentOf.participantOrganization.tooMany
attribute extension => componentOf.responsibleId.attribute#extension componentOf.responsibleOrganizationId.attribute#extension componentOf.responsibleOrganizationOtherId.attribute#extension componentOf.participantId.attribute#extension componentOf.participantOrganizationId.attribute#extension
value root 1.2.250.1.71.4.2.1 => never
min name[family] => componentOf.responsibleName.missing componentOf.participantName.missing
max name[family] => componentOf.responsibleName.tooMany componentOf.participantName.tooMany
min family => componentOf.responsibleFamily.missing componentOf.participantFamily.missing
max family => componentOf.responsibleFamily.tooMany componentOf.participantFamily.tooMany
max given => componentOf.responsibleGiven.tooMany componentOf.participantGiven.tooMany
max prefix => componentOf.responsiblePrefix.tooMany componentOf.participantPrefix.tooMany
max suffix => componentOf.responsibleSuffix.tooMany componentOf.participantSuffix.tooMany
max name => componentOf.responsibleOrganizationName.tooMany componentOf.participantOrganizationName.tooMany componentOf.placeName.tooMany
max standardIndustryClassCode[concat(@code, @codeSystem) = doc('include/voc-1.2.250.1.213.1.1.5.467-DYNAMIC.xml')//valueSet[1]/conceptList/concept/concat(@code, @codeSystem)] => componentOf.responsibleSector.tooMany componentOf.participantSector.tooMany
max asOrganizationPartOf => componentOf.asOrganizationPartOf.tooMany
value root 1.2.250.1.71.4.2.2 => never
set code 1.2.250.1.213.1.1.5.467 => never
max statusCode => componentOf.partOfStatus.tooMany
attribute typeCode => never
set typeCode 1.2.250.1.213.1.1.5.528 => componentOf.encounterParticipant.valueSet#typeCode
max time => componentOf.time.tooMany
attribute value => componentOf.low.attribute#value componentOf.high.attribute#value
min healthCareFacility[not(@nullFlavor)] => componentOf.healthCareFacility.missing
max healthCareFacility[not(@nullFlavor)] => componentOf.healthCareFacility.tooMany
min code[not(@nullFlavor)] => componentOf.facilityCode.missing
max code[not(@nullFlavor)] => componentOf.facilityCode.tooMany
max location => componentOf.place.tooMany
set code 1.2.250.1.213.1.1.5.466 => componentOf.facilityCode.valueSet#code
choice max addr[not(streetAddressLine)] or addr[streetAddressLine] => componentOf.place.address
undescribed => header.undescribed
`,
  'CI-SISCustodian': `
min assignedCustodian[representedCustodianOrganization] => custodian.assignedCustodian.missing
max assignedCustodian[representedCustodianOrganization] => custodian.assignedCustodian.tooMany
min representedCustodianOrganization => custodian.representedCustodianOrganization.missing
max representedCustodianOrganization => custodian.representedCustodianOrganization.tooMany
min id[not(@nullFlavor)] => custodian.id.missing
max id[not(@nullFlavor)] => custodian.id.tooMany
max name => custodian.name.tooMany
max telecom => custodian.telecom.tooMany
choice max addr[not(streetAddressLine)] or addr[streetAddressLine] => custodian.representedCustodianOrganization.address
form extension st => custodian.id.form#extension
attribute root => custodian.id.attribute#root
form root uid => custodian.id.form#root
root => custodian.id.root
undescribed => header.undescribed
`,
  'CI-SISDataEnterer': `
max time => dataEnterer.time.tooMany
child => dataEnterer.time.child
`,
  'CI-SISDocumentationOf': `
act performer => documentationOf.performer.nowhere
act effectivetime => documentationOf.effectiveTime.nowhere
set J245 => documentationOf.prefix.valueSet
set J246 => documentationOf.suffix.valueSet
min serviceEvent[not(@nullFlavor)] => documentationOf.serviceEvent.missing
max serviceEvent[not(@nullFlavor)] => documentationOf.serviceEvent.tooMany
max code => documentationOf.code.tooMany documentationOf.performerCode.tooMany documentationOf.partOfCode.tooMany
max lab:statusCode => documentationOf.statusCode.tooMany
max effectiveTime => documentationOf.effectiveTime.tooMany documentationOf.partOfTime.tooMany
max performer[@typeCode = 'PRF'][assignedEntity] => documentationOf.performer.tooMany
form displayName st => documentationOf.code.form#displayName documentationOf.qualifierName.form#displayName documentationOf.standardIndustryClassCode.form#displayName
form codeSystem oid => documentationOf.code.form#codeSystem documentationOf.qualifierName.form#codeSystem documentationOf.standardIndustryClassCode.form#codeSystem
form code cs => documentationOf.code.form#code documentationOf.qualifierName.form#code documentationOf.statusCode.form#code
codeOrNull => documentationOf.code.codeOrNull
max originalText => documentationOf.originalText.tooMany
max qualifier => documentationOf.qualifier.tooMany
min name => documentationOf.qualifierName.missing
max name => documentationOf.qualifierName.tooMany documentationOf.organizationName.tooMany
form codeSystemName st => documentationOf.qualifierName.form#codeSystemName
min low => documentationOf.low.missing
max low => documentationOf.low.tooMany
max high => documentationOf.high.tooMany
attribute value => documentationOf.low.attribute#value
form value ts => documentationOf.low.form#value documentationOf.high.form#value
value typeCode PRF => never
max functionCode => documentationOf.functionCode.tooMany
max time => documentationOf.time.tooMany
min assignedEntity[representedOrganization] => documentationOf.assignedEntity.missing
max assignedEntity[representedOrganization] => documentationOf.assignedEntity.tooMany
form extension st => documentationOf.templateId.form#extension documentationOf.organizationId.form#extension documentationOf.organizationOtherId.form#extension
form root uid => documentationOf.templateId.form#root documentationOf.organizationOtherId.form#root
min id => documentationOf.performerId.missing
max id => documentationOf.performerId.tooMany
max assignedPerson => documentationOf.assignedPerson.tooMany
min representedOrganization => documentationOf.representedOrganization.missing
max representedOrganization => documentationOf.representedOrganization.tooMany
set code 1.2.250.1.213.1.1.5.461 => documentationOf.performerCode.valueSet#code
min family => documentationOf.family.missing
max family => documentationOf.family.tooMany
max given => documentationOf.given.tooMany
max prefix => documentationOf.prefix.tooMany
max suffix => documentationOf.suffix.tooMany
min standardIndustryClassCode[not(@nullFlavor)] => documentationOf.standardIndustryClassCode.missing
max standardIndustryClassCode[not(@nullFlavor)] => documentationOf.standardIndustryClassCode.tooMany
max asOrganizationPartOf => documentationOf.asOrganizationPartOf.tooMany
value root 1.2.250.1.71.4.2.2 => never
attribute extension => documentationOf.organizationId.attribute#extension
attribute code => documentationOf.standardIndustryClassCode.attribute#code
set code 1.2.250.1.213.1.1.5.467 => documentationOf.standardIndustryClassCode.valueSet#code
attribute displayName => documentationOf.standardIndustryClassCode.attribute#displayName
attribute codeSystem => documentationOf.standardIndustryClassCode.attribute#codeSystem
max statusCode => documentationOf.partOfStatus.tooMany
undescribed => header.undescribed
`,
  'CI-SISInformant': `
choice min assignedEntity or relatedEntity[@classCode][relatedPerson] => informant.choiceMissing
choice max assignedEntity or relatedEntity[@classCode][relatedPerson] => informant.choiceTooMany
max assignedEntity => informant.assignedEntity.tooMany
max relatedEntity[@classCode][relatedPerson] => informant.relatedEntity.tooMany
undescribed => header.undescribed
`,
  'CI-SISInformationRecipient': `
set J245 => informationRecipient.prefix.valueSet
set J246 => informationRecipient.suffix.valueSet
min intendedRecipient => informationRecipient.intendedRecipient.missing
max intendedRecipient => informationRecipient.intendedRecipient.tooMany
max informationRecipient => informationRecipient.recipientPerson.tooMany
max receivedOrganization => informationRecipient.receivedOrganization.tooMany
attribute root => informationRecipient.templateId.attribute#root
attribute extension => informationRecipient.id.attribute#extension informationRecipient.organizationId.attribute#extension
form extension st => informationRecipient.id.form#extension informationRecipient.organizationId.form#extension
value root 1.2.250.1.71.4.2.1 => never
min family => informationRecipient.family.missing
max family => informationRecipient.family.tooMany
max given => informationRecipient.given.tooMany
max prefix => informationRecipient.prefix.tooMany
max suffix => informationRecipient.suffix.tooMany
value root 1.2.250.1.71.4.2.2 => never
undescribed => header.undescribed
`,
  'CI-SISLegalAuthenticator': `
set J245 => legalAuthenticator.prefix.valueSet
set J246 => legalAuthenticator.suffix.valueSet
min time => legalAuthenticator.time.missing
max time => legalAuthenticator.time.tooMany
min signatureCode[@code = 'S'] => legalAuthenticator.signatureCode.missing
max signatureCode[@code = 'S'] => legalAuthenticator.signatureCode.tooMany
min assignedEntity => legalAuthenticator.assignedEntity.missing
max assignedEntity => legalAuthenticator.assignedEntity.tooMany
child => legalAuthenticator.time.child
attribute value => legalAuthenticator.time.attribute#value
form value ts => legalAuthenticator.time.form#value
value code S => never
min id[not(@nullFlavor)] => legalAuthenticator.id.missing
max id[not(@nullFlavor)] => legalAuthenticator.id.tooMany
max code => legalAuthenticator.code.tooMany
max assignedPerson => legalAuthenticator.assignedPerson.tooMany
max representedOrganization => legalAuthenticator.representedOrganization.tooMany
attribute root => legalAuthenticator.id.attribute#root
form root uid => legalAuthenticator.id.form#root
attribute extension => legalAuthenticator.id.attribute#extension legalAuthenticator.organizationId.attribute#extension
form extension st => legalAuthenticator.id.form#extension legalAuthenticator.organizationId.form#extension
set code 1.2.250.1.213.1.1.5.461 => legalAuthenticator.code.valueSet#code
min name[not(@nullFlavor)][family] => legalAuthenticator.personName.missing
max name[not(@nullFlavor)][family] => legalAuthenticator.personName.tooMany
min family => legalAuthenticator.family.missing
max family => legalAuthenticator.family.tooMany
max given => legalAuthenticator.given.tooMany
max prefix => legalAuthenticator.prefix.tooMany
max suffix => legalAuthenticator.suffix.tooMany
max name => legalAuthenticator.organizationName.tooMany
max standardIndustryClassCode => legalAuthenticator.standardIndustryClassCode.tooMany
value root 1.2.250.1.71.4.2.2 => never
set code 1.2.250.1.213.1.1.5.467 => legalAuthenticator.standardIndustryClassCode.valueSet#code
undescribed => header.undescribed
`,
  'CI-SISParticipant': `
attribute typeCode => never
set typeCode 1.2.250.1.213.1.1.5.591 => participant.participant.valueSet#typeCode
set J245 => participant.prefix.valueSet
set J246 => participant.suffix.valueSet
max templateId => participant.templateId.tooMany
max functionCode => participant.functionCode.tooMany
min time => participant.time.missing
max time => participant.time.tooMany
min associatedEntity[@classCode] => participant.associatedEntity.missing
max associatedEntity[@classCode] => participant.associatedEntity.tooMany
form extension st => participant.templateId.form#extension participant.id.form#extension
form root uid => participant.templateId.form#root participant.id.form#root participant.organizationId.form#root
set code 1.2.250.1.213.1.1.5.124 => participant.functionCode.valueSet#code
form displayName st => participant.functionCode.form#displayName participant.code.form#displayName
form codeSystem oid => participant.functionCode.form#codeSystem participant.code.form#codeSystem
form codeSystemName st => participant.functionCode.form#codeSystemName participant.code.form#codeSystemName
max originalText => participant.functionText.tooMany
max low => participant.low.tooMany
max high => participant.high.tooMany
attribute value => participant.low.attribute#value participant.high.attribute#value
form value ts => participant.low.form#value participant.high.form#value
attribute classCode => never
set classCode 1.2.250.1.213.1.1.5.588 => participant.associatedEntity.valueSet#classCode
classCode => participant.associatedEntity.classCode
max id => participant.id.tooMany participant.organizationId.tooMany
max code => participant.code.tooMany
max associatedPerson[name] => participant.associatedPerson.tooMany
max scopingOrganization => participant.scopingOrganization.tooMany
attribute extension => participant.id.attribute#extension
attribute root => participant.id.attribute#root
attribute code => participant.code.attribute#code
set code 1.2.250.1.213.1.1.5.461 => participant.code.valueSet#code
attribute displayName => participant.code.attribute#displayName
attribute codeSystem => participant.code.attribute#codeSystem
min name[family] => participant.personName.missing
max name[family] => participant.personName.tooMany
min family => participant.family.missing
max family => participant.family.tooMany
max given => participant.given.tooMany
max prefix => participant.prefix.tooMany
max suffix => participant.suffix.tooMany
max name => participant.organizationName.tooMany
max standardIndustryClassCode => participant.standardIndustryClassCode.tooMany
undescribed => header.undescribed
`,
  'CI-SISRecordTarget': `
min patientRole[patient] => recordTarget.patientRole.missing
max patientRole[patient] => recordTarget.patientRole.tooMany
min id[not(@nullFlavor)] => recordTarget.patientId.missing
min patient[not(@nullFlavor)] => recordTarget.patient.missing
max patient[not(@nullFlavor)] => recordTarget.patient.tooMany
attribute root => recordTarget.patientId.attribute#root
form root uid => recordTarget.patientId.form#root recordTarget.guardianId.form#root
attribute extension => recordTarget.patientId.attribute#extension recordTarget.guardianOrganizationId.attribute#extension
form extension st => recordTarget.patientId.form#extension recordTarget.guardianId.form#extension recordTarget.guardianOrganizationId.form#extension
min name[not(@nullFlavor)] => recordTarget.name.missing
max name[not(@nullFlavor)] => recordTarget.name.tooMany
min administrativeGenderCode => recordTarget.administrativeGenderCode.missing
max administrativeGenderCode => recordTarget.administrativeGenderCode.tooMany
min birthTime => recordTarget.birthTime.missing
max birthTime => recordTarget.birthTime.tooMany
max sdtc:deceasedInd => recordTarget.deceasedInd.tooMany
max sdtc:deceasedTime => recordTarget.deceasedTime.tooMany
max sdtc:multipleBirthInd => recordTarget.multipleBirthInd.tooMany
max sdtc:multipleBirthOrderNumber => recordTarget.multipleBirthOrderNumber.tooMany
max birthplace[place] => recordTarget.birthplace.tooMany
given qualifier => recordTarget.given.qualifier
family qualifier => recordTarget.family.qualifier
min given[not(@nullFlavor)] => recordTarget.given.missing
min family[not(@nullFlavor)] => recordTarget.family.missing
max prefix => recordTarget.prefix.tooMany recordTarget.guardianPrefix.tooMany
max suffix => recordTarget.suffix.tooMany
form qualifier cs => recordTarget.given.form#qualifier recordTarget.family.form#qualifier recordTarget.guardianFamily.form#qualifier
attribute qualifier => recordTarget.family.attribute#qualifier
attribute code => recordTarget.administrativeGenderCode.attribute#code
set code 1.2.250.1.213.1.1.5.590 => recordTarget.administrativeGenderCode.valueSet#code
child => recordTarget.birthTime.child recordTarget.deceasedTime.child
attribute value => recordTarget.birthTime.attribute#value
form value ts => recordTarget.birthTime.form#value
form value INT => recordTarget.multipleBirthOrderNumber.form#value
choice min guardianPerson or guardianOrganization => recordTarget.guardian.choiceMissing
choice max guardianPerson or guardianOrganization => recordTarget.guardian.choiceTooMany
max guardianPerson => recordTarget.guardianPerson.tooMany
max guardianOrganization => recordTarget.guardianOrganization.tooMany
min name[family] => recordTarget.guardianName.missing
max name[family] => recordTarget.guardianName.tooMany
min family => recordTarget.guardianFamily.missing
max family => recordTarget.guardianFamily.tooMany
guardian qualifier => recordTarget.guardianFamily.qualifier
max id[@root = '1.2.250.1.71.4.2.2'] => recordTarget.guardianOrganizationId.tooMany
max name => recordTarget.guardianOrganizationName.tooMany recordTarget.birthPlaceName.tooMany
value root 1.2.250.1.71.4.2.2 => never
min place => recordTarget.birthPlace.missing
max place => recordTarget.birthPlace.tooMany
choice max addr[not(streetAddressLine)] or addr[streetAddressLine] => recordTarget.birthPlace.address
undescribed => header.undescribed
`,
  'CI-SISRelatedDocument': `
value typeCode RPLC => never
min parentDocument[not(@nullFlavor)] => relatedDocument.parentDocument.missing
max parentDocument[not(@nullFlavor)] => relatedDocument.parentDocument.tooMany
min id[not(@nullFlavor)] => relatedDocument.id.missing
max id[not(@nullFlavor)] => relatedDocument.id.tooMany
max versionNumber => relatedDocument.versionNumber.tooMany
form extension st => relatedDocument.id.form#extension
attribute root => relatedDocument.id.attribute#root
form root uid => relatedDocument.id.form#root
form value INT => relatedDocument.versionNumber.form#value
form value int => relatedDocument.versionNumber.form#value
undescribed => header.undescribed
`,
  'CI-SISRelatedEntity': `
attribute classCode => never
form classCode cs => informant.relatedEntity.form#classCode
classCode => informant.relatedEntity.classCode
set J245 => informant.prefix.valueSet
set J246 => informant.suffix.valueSet
max code => informant.relation.tooMany
min relatedPerson => informant.relatedPerson.missing
max relatedPerson => informant.relatedPerson.tooMany
attribute displayName => informant.relation.attribute#displayName
form displayName st => informant.relation.form#displayName
attribute codeSystem => informant.relation.attribute#codeSystem
form codeSystem oid => informant.relation.form#codeSystem
attribute code => informant.relation.attribute#code
set code 1.2.250.1.213.3.3.16 => informant.relation.valueSet#code
max originalText => informant.relationText.tooMany
min name[family] => informant.relatedName.missing
max name[family] => informant.relatedName.tooMany
min family => informant.relatedFamily.missing
max family => informant.relatedFamily.tooMany
max given => informant.relatedGiven.tooMany
max prefix => informant.relatedPrefix.tooMany
undescribed => header.undescribed
`,
  'CI-SISTelecom': `
form use cs => telecom.telecom.form#use custodian.telecom.form#use
form value url => never
scheme => telecom.scheme
use => telecom.use
nullOrValue => telecom.nullOrValue
`,
  'CI-SISinFulfillmentOf': `
min order => inFulfillmentOf.order.missing
max order => inFulfillmentOf.order.tooMany
min id => inFulfillmentOf.id.missing
max id => inFulfillmentOf.id.tooMany
max code => inFulfillmentOf.code.tooMany
max ps3-20:accessionNumber => inFulfillmentOf.accessionNumber.tooMany
form extension st => inFulfillmentOf.id.form#extension inFulfillmentOf.accessionNumber.form#extension
form root uid => inFulfillmentOf.id.form#root inFulfillmentOf.accessionNumber.form#root
max originalText => inFulfillmentOf.originalText.tooMany
undescribed => header.undescribed
`,
  datatype: `
dtr1-1-ANY => type.any.null
dtr1-1-II => type.ii.rootMissing
dtr1-2-II => type.ii.rootWithNull
dtr1-4-II => type.ii.attributeWithNull#identifierName
dtr1-5-II => type.ii.attributeWithNull#displayable
dtr1-6-II => type.ii.attributeWithNull#reliability
dtr1-7-II => type.ii.attributeWithNull#assigningAuthorityName
dtr1-8-II => type.ii.rootLong
dtr1-9-II => type.ii.extensionLong
dtr1-10-II => type.ii.rootForm
dtr1-10a-II => type.ii.rootReserved
dtr1-12-II => type.ii.distinct
dtr1-13-II => type.ii.uuidCase
dtr1-1-CD => type.cd.empty
dtr1-2-CD => type.cd.codeSystemMissing
dtr1-3-CD => type.cd.codeSystemAttribute#codeSystemName
dtr1-4-CD => type.cd.codeSystemAttribute#codeSystemVersion
dtr1-5-CD => type.cd.displayNameAlone
dtr1-6-CD => type.cd.codeWithNull
dtr1-7-CD => type.cd.displayNameWithNull
dtr1-10-CD => type.cd.translationNull
dtr1-11-CD => type.cd.translationCode
dtr1-12-CD => type.cd.translationCodeSystem#codeSystemName
dtr1-13-CD => type.cd.translationCodeSystem#codeSystemVersion
dtr1-14-CD => type.cd.translationDisplayName
dtr1-15-CD => type.cd.displayNameLayout
dtr1-18-CD => type.cd.distinct
dtr1-19-CD => type.cd.translationDistinct
dtr1-20-CD => type.cd.language
dtr1-1-CE => type.ce.qualifier
dtr1-1-CS => type.cs.code
dtr1-2-CS => type.cs.attribute#codeSystem
dtr1-3-CS => type.cs.attribute#codeSystemName
dtr1-4-CS => type.cs.attribute#codeSystemVersion
dtr1-5-CS => type.cs.attribute#displayName
dtr1-6-CS => type.cs.child#originalText
dtr1-7-CS => type.cs.child#qualifier
dtr1-8-CS => type.cs.child#translation
dtr1-1-CR => type.cr.value
dtr1-1-BIN => type.bin.empty
dtr1-2-ED => type.ed.integrityCheck
dtr1-3-ED => type.ed.thumbnailNull
dtr1-4-ED => type.ed.thumbnailNested
dtr1-5-ED => type.ed.compression
dtr1-6-ED => type.ed.valueMediaType
dtr1-7-ED => type.ed.history
dtr1-8-ED => type.ed.charset
dtr1-9-ED => type.ed.translation
dtr1-10-ED => type.ed.attributeWithNull#mediaType
dtr1-11-ED => type.ed.attributeWithNull#charset
dtr1-12-ED => type.ed.attributeWithNull#language
dtr1-13-ED => type.ed.attributeWithNull#compression
dtr1-14-ED => type.ed.attributeWithNull#integrityCheck
dtr1-15-ED => type.ed.attributeWithNull#integrityCheckAlgorithm
dtr1-16-ED => type.ed.thumbnailWithNull
dtr1-17-ED => type.ed.translationWithNull
dtr1-18-ED => type.ed.language
dtr1-3-ST => type.st.child#reference
dtr1-4-ST => type.st.child#thumbnail
dtr1-5-ST => type.st.attribute#representation
dtr1-6-ST => type.st.attribute#mediaType
dtr1-7-ST => type.st.attribute#compression
dtr1-8-ST => type.st.attribute#integrityCheck
dtr1-9-ST => type.st.attribute#integrityCheckAlgorithm
dtr1-2-SC => type.sc.codeSystemMissing
dtr1-3-SC => type.sc.codeSystemAttribute#codeSystemName
dtr1-4-SC => type.sc.codeSystemAttribute#codeSystemVersion
dtr1-5-SC => type.sc.displayNameAlone
dtr1-6-SC => type.sc.attributeWithNull#code
dtr1-7-SC => type.sc.attributeWithNull#displayName
dtr1-1-QTY => type.qty.uncertainty
dtr1-2-QTY => type.qty.history
dtr1-3-QTY => type.qty.nullAmong
dtr1-4-QTY => type.qty.distinct
dtr1-1-TS => type.ts.value
dtr1-2-TS => type.ts.form
dtr1-1-IVXB_TS => type.ivxb.inclusiveWithNull
dtr1-1-SXCM_TS => type.ivl.operatorWithNull
dtr1-1-INT => type.int.value
dtr1-2-INT => type.int.uncertainty
dtr1-2-INT.POS => type.int.positive
dtr1-2-IVL_TS => type.ivl.null
dtr1-3-IVL_TS => type.ivl.valueAndParts
dtr1-4-2-IVL_TS => type.ivl.valueAndBounds
dtr1-4-3-IVL_TS => type.ivl.center
dtr1-4-4-IVL_TS => type.ivl.width
dtr1-5-IVL_TS => type.ivl.updateMode
dtr1-6-IVL_TS => type.ivl.equal
dtr1-1-PQR => type.ivl.widthUnit
dtr1-2-PQR => type.ivl.widthTranslation
dtr1-7-1-IVL_TS => type.ivl.lowInfinity
dtr1-7-2-IVL_TS => type.ivl.highInfinity
dtr1-8-IVL_TS => type.ivl.widthUnitName
dtr1-9-IVL_TS low => type.ivl.form#low
dtr1-9-IVL_TS center => type.ivl.form#center
dtr1-9-IVL_TS high => type.ivl.form#high
dtr1-7-IVL_TS => type.ivl.order
dtr1-1-URL => type.url.value
dtr1-2-URL => type.url.form
dtr1-4-URL => type.url.nullAmong
dtr1-5-URL => type.url.distinct
dtr1-1-TEL => type.tel.periodWithNull
dtr1-1-AD => type.ad.content
dtr1-2-AD => type.ad.periodWithNull
dtr1-3-AD => type.ad.updateMode
dtr1-5-AD => type.ad.periodPrecision
dtr1-6-AD => type.ad.periodOrder
dtr1-7-AD => type.ad.periodUnit
dtr1-8-AD => type.ad.emptyPart
dtr1-9-AD => type.ad.nullAmong
dtr1-10-AD => type.ad.distinct
dtr1-1.1-EN => type.en.null
dtr1-1.2-EN => type.en.mixed
dtr1-1.3-EN => type.en.empty
dtr1-3-EN => type.en.emptyPart
dtr1-4-EN => type.en.quote
dtr1-5-EN => type.en.nullAmong
dtr1-6-EN => type.en.distinct
dtr1-7-EN => type.en.qualifier
dtr1-1-PN => type.pn.legalStatus
dtr1-1-ON => type.on.personPart
dtr1-2-ON => type.on.parts
`,
};
