/** Where the submission is to go: any CI-SIS exchange, the DMP, or MSSanté. */
export type SubmissionProfile = 'cisis' | 'dmp' | 'mss';
