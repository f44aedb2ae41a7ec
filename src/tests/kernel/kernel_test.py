"""The test suite that Jupyter publishes for kernels (jupyter_kernel_test), with samples in TypeScript.

python kernel_test.py KERNEL prints one JSON line for each check: {"check": name, "outcome": "passed" | "failed" | "skipped"}.
"""

import json
import sys
import unittest

import jupyter_kernel_test

KERNEL = sys.argv[1] if len(sys.argv) > 1 else "airlab"


class AirlabKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('trouble')"
    completion_samples = [
        {"text": "JSON.pars", "matches": ["parse"]},
        {"text": "'pm25'.toUpperC", "matches": ["toUpperCase"]},
    ]
    complete_code_samples = [
        "1",
        "console.log('hello, world')",
        "const f = (n: number): number => {\n  return n + 1\n}",
        "const readings = [1, 2]\n  .map((n) => n * 2)",
        "await (await fetch('data:,1')).text()",
    ]
    incomplete_code_samples = [
        "if (pm25 > 15) {",
        "const f = (n: number",
        "const text = `first line",
        "/* a comment",
        "readings\n  .map((n) => {\n    return n",
        "const sum = 1 +",
    ]
    invalid_code_samples = ["const = 1", "}", "let x = = 2"]
    code_generate_error = "throw new RangeError('too far')"
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": "[1, 2].map((n) => n * 2)", "result": "[ 2, 4 ]"},
        {"code": "'pm25'", "result": "'pm25'"},
    ]
    code_display_data = [
        {"code": "import { display } from 'tslab'\ndisplay.html('<b>bold</b>')", "mime": "text/html"},
    ]
    code_inspect_sample = "JSON.parse"


class Lines(unittest.TestResult):
    """Keeps one outcome for each check: a check fails when any of its parts does."""

    def __init__(self):
        super().__init__()
        self.outcomes = {}

    def note(self, test, outcome, reason=""):
        name = test.id().split(".")[-1].split(" ")[0]
        if self.outcomes.get(name, {}).get("outcome") != "failed":
            self.outcomes[name] = {"check": name, "outcome": outcome, "reason": reason}

    def addSuccess(self, test):
        self.note(test, "passed")

    def addFailure(self, test, err):
        self.note(test, "failed", repr(err[1])[:300])

    addError = addFailure

    def addSkip(self, test, reason):
        # Subtests of history are skipped one by one; the check itself says nothing then.
        self.note(getattr(test, "test_case", test), "skipped", reason)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note(test, "failed", repr(err[1])[:300])


result = Lines()
unittest.defaultTestLoader.loadTestsFromTestCase(AirlabKernelTests).run(result)
for outcome in result.outcomes.values():
    print(json.dumps(outcome), flush=True)
