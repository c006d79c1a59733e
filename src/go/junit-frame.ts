/** What stands around the suites in a file of JUnit XML. */
export const junitFrame = {
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n',
  tail: "</testsuites>\n",
} as const;
