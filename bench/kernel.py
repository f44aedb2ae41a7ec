"""Times one kernel with Jupyter's own client; prints one JSON object in seconds and megabytes.

python kernel.py KERNEL FOLDER
"""

import json
import subprocess
import sys
import time

import psutil
from jupyter_client.manager import KernelManager

TRIVIAL = 20


def timed(client, code):
    began = time.monotonic()
    client.execute_interactive(code, output_hook=lambda message: None, timeout=60)
    return time.monotonic() - began


def main():
    kernel, folder = sys.argv[1:]
    manager = KernelManager(kernel_name=kernel)
    began = time.monotonic()
    manager.start_kernel(cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    ready = time.monotonic() - began
    timed(client, "const first = 1")
    first_done = time.monotonic() - began
    trivial = sorted(timed(client, f"const n{i} = {i}\nn{i} + 1") for i in range(TRIVIAL))
    error = timed(client, "const wrong: number = 'text'")
    time.sleep(0.3)
    polars = timed(client, "import * as pl from 'nodejs-polars'\nconst df = pl.DataFrame({ pm2_5: [1, 2] })\ndf")
    rss = psutil.Process(manager.provisioner.pid).memory_info().rss / 1e6
    client.stop_channels()
    manager.shutdown_kernel()
    print(
        json.dumps(
            {
                "ready": ready,
                "firstCellDone": first_done,
                "trivialCell": trivial[TRIVIAL // 2],
                "typeErrorCell": error,
                "polarsCell": polars,
                "rssMb": rss,
            }
        )
    )


main()
