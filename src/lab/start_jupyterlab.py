"""Starts JupyterLab. While it is imported it asks `node yarn.js` for a registry that only its build commands use; a third
of its start goes there. It does without when it finds no Node, so for that moment there is none.
"""

import os

path = os.environ.get("PATH", "")
os.environ["PATH"] = os.devnull
from jupyterlab.labapp import main  # noqa: E402

os.environ["PATH"] = path

if __name__ == "__main__":
    main()
