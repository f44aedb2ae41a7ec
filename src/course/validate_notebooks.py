"""Prints one line for each notebook that is not valid nbformat 4.5.

python validate_notebooks.py NOTEBOOK...
"""

import json
import sys
import warnings

import nbformat

# What nbformat would repair silently, such as an id that is used twice, is wrong here.
warnings.simplefilter("error", nbformat.warnings.MissingIDFieldWarning)
warnings.simplefilter("error", nbformat.warnings.DuplicateCellId)

for path in sys.argv[1:]:
    try:
        with open(path, encoding="utf-8") as file:
            nbformat.validate(json.load(file), version=4, version_minor=5)
    except Exception as error:  # Whatever it is, the notebook is named.
        first = str(error).strip().split("\n")[0]
        print(f"{path}: {first}")
