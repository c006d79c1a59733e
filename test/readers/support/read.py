"""Reads a file with one of the readers of the Python package index, and prints what it understood as JSON."""

import json
import sys


def by_junitparser(path):
    from junitparser.xunit2 import JUnitXml

    xml = JUnitXml.fromfile(path)

    def case(each):
        all_ends = [*each.result, *each.flaky_failures()]
        ends = [{"type": type(end).__name__, "message": end.message, "text": end.text} for end in all_ends]
        return {
            "name": each.name,
            "classname": each.classname,
            "passed": each.is_passed,
            "ends": ends,
            "properties": {entry.name: entry.value for entry in each.properties()},
        }

    return {
        "tests": xml.tests,
        "failures": xml.failures,
        "errors": xml.errors,
        "cases": [case(each) for suite in xml for each in suite],
        "suites": [[suite.name, suite.tests, suite.failures, suite.errors, suite.skipped] for suite in xml],
    }


def by_codecov(path):
    import test_results_parser

    with open(path, "rb") as file:
        info = test_results_parser.parse_junit_xml(file.read())
    return [
        {
            "name": run.name,
            "outcome": str(run.outcome),
            "message": run.failure_message,
            "file": run.filename,
        }
        for run in info.testruns
    ]


def by_pycobertura(path):
    from pycobertura import Cobertura
    from pycobertura.filesystem import filesystem_factory

    cobertura = Cobertura(path, filesystem=filesystem_factory("."))
    return {
        name: {
            "statements": cobertura.total_statements(name),
            "missed": cobertura.total_misses(name),
            "source": len(cobertura.file_source(name)),
        }
        for name in cobertura.files()
    }


readers = {"junitparser": by_junitparser, "codecov": by_codecov, "pycobertura": by_pycobertura}
json.dump(readers[sys.argv[1]](sys.argv[2]), sys.stdout)
