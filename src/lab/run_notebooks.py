"""Executes notebooks with nbclient; prints one JSON line for each.

python run_notebooks.py KERNEL [--write] NOTEBOOK...
"""

import json
import os
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

CELL_SECONDS = 120

# The kernel inherits standard output and makes it non-blocking, so it gets another one.
REPORT = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]


def failure_of(error, cell):
    """What the cell says: plain tslab sends no error message, only text on stderr."""
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            return {"ename": output.ename, "evalue": output.evalue, "traceback": output.traceback}
    text = "".join(o.text for o in cell.get("outputs", []) if o.output_type == "stream" and o.name == "stderr")
    return {"ename": type(error).__name__, "evalue": (text or str(error)).strip(), "traceback": []}


def memory_of(manager):
    """Megabytes that the kernel takes now; None where that cannot be found out."""
    try:
        import psutil

        return round(psutil.Process(manager.provisioner.pid).memory_info().rss / 1e6)
    except Exception:  # A Python without psutil runs notebooks as well.
        return None


def execute(path, kernel, write):
    began = time.monotonic()
    notebook = nbformat.read(path, as_version=4)
    cells = code_cells(notebook)
    place = {"cell": None, "began": began}
    slowest = {"cell": 0, "seconds": 0}
    memory = {}

    def note(cell, cell_index):
        place["cell"] = cell
        place["began"] = time.monotonic()

    def note_time(cell, cell_index, execute_reply):
        seconds = round(time.monotonic() - place["began"], 2)
        if seconds > slowest["seconds"]:
            slowest.update(cell=cells.index(cell) + 1, seconds=seconds)
        memory.update(kernelMb=memory_of(client.km))

    client = NotebookClient(
        notebook,
        kernel_name=kernel,
        timeout=CELL_SECONDS,
        record_timing=False,
        resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}},
        on_cell_execute=note,
        on_cell_executed=note_time,
    )
    result = {"path": path, "cells": len(cells)}
    try:
        client.execute()
        if write:
            nbformat.write(notebook, path)
    except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as error:
        cell = place["cell"]
        number = cells.index(cell) + 1 if cell in cells else 0
        result["error"] = {"cell": number, **failure_of(error, cell or {})}
    result["seconds"] = round(time.monotonic() - began, 2)
    return {**result, "slowest": slowest, **memory}


def main():
    kernel, *rest = sys.argv[1:]
    write = "--write" in rest
    for path in rest:
        if path != "--write":
            print(json.dumps(execute(path, kernel, write)), file=REPORT, flush=True)


main()
