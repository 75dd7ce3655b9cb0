"""Expands schemas with the ISO pipeline that lxml carries, and says in JSON what each then holds.

Standard input: a JSON array of paths. Names of files are found whatever their case."""

import json
import os
import sys
from urllib.parse import quote, unquote, urlparse

from lxml import etree

SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = os.path.join(os.path.dirname(etree.__file__), "isoschematron/resources/xsl/iso-schematron-xslt1")


def find(path):
    if os.path.exists(path):
        return path
    folder = os.path.dirname(path)
    folder = folder if os.path.isdir(folder) or folder == path else find(folder)
    for name in os.listdir(folder) if folder else []:
        if name.lower() == os.path.basename(path).lower():
            return os.path.join(folder, name)
    return None


class WhateverCase(etree.Resolver):
    def resolve(self, url, _id, context):
        path = find(os.path.abspath(unquote(urlparse(url).path)))
        text = b"<none/>" if path is None else etree.tostring(escaped(path))
        return self.resolve_string(text, context, base_url=path)


def escaped(path):
    """The file, spaces of references escaped: libxml2 leaves out what Saxon reads."""
    tree = etree.parse(path)
    for element in tree.iter(SCH + "include"):
        element.set("href", quote(element.get("href"), safe="/#%.-_~"))
    return tree


parser = etree.XMLParser()
parser.resolvers.add(WhateverCase())
include = etree.XSLT(etree.parse(os.path.join(XSL, "iso_dsdl_include.xsl"), parser))
expand = etree.XSLT(etree.parse(os.path.join(XSL, "iso_abstract_expand.xsl"), parser))


def plain(text):
    return None if text is None else " ".join(text.split())


def message(element):
    text = element.text or ""
    for child in element:
        if child.tag == SCH + "value-of":
            text += "{" + child.get("select") + "}"
        elif child.tag == SCH + "name":
            text += "{name()}" if child.get("path") is None else "{name(" + child.get("path") + ")}"
        elif isinstance(child.tag, str):
            text += message(child)
        text += child.tail or ""
    return text


def items(rule, abstract):
    found = []
    for child in rule:
        if child.tag in (SCH + "assert", SCH + "report"):
            names = ("role", "see", "id", "diagnostics", "flag")
            found.append([child.tag[len(SCH):], plain(child.get("test")), plain(message(child))] + [child.get(n) for n in names])
        elif child.tag == SCH + "let":
            found.append(["let", child.get("name").strip(), plain(child.get("value"))])
        elif child.tag == SCH + "extends":
            found += [item for rule in abstract.get(child.get("rule"), []) for item in items(rule, abstract)]
    return found


def schema(path):
    root = expand(include(etree.ElementTree(etree.fromstring(etree.tostring(escaped(path)), parser, base_url=path)))).getroot()
    abstract = {}
    for rule in root.iter(SCH + "rule"):
        if rule.get("abstract") == "true":
            abstract.setdefault(rule.get("id"), []).append(rule)
    return [
        [
            pattern.get("id"),
            [
                [plain(rule.get("context")), rule.get("id"), rule.get("role"), items(rule, abstract)]
                for rule in pattern.findall(SCH + "rule")
                if rule.get("abstract") != "true"
            ],
            [[let.get("name").strip(), plain(let.get("value"))] for let in pattern.findall(SCH + "let")],
        ]
        for pattern in root.findall(SCH + "pattern")
    ]


json.dump([schema(path) for path in json.load(sys.stdin)], sys.stdout)
