"""Drives a kernel with Jupyter's own client: JSON commands on standard input, JSON events on standard output."""

import json
import os
import subprocess
import sys
import threading
import time
from queue import Empty

from jupyter_client.manager import KernelManager


writing = threading.Lock()


def emit(event):
    with writing:
        sys.stdout.write(json.dumps(event, default=str) + "\n")
        sys.stdout.flush()


def watch(get, channel, over):
    while not over.is_set():
        try:
            message = get(timeout=0.2)
        except Empty:
            continue
        except Exception:
            return
        emit(
            {
                "channel": channel,
                "type": message["msg_type"],
                "parent": message["parent_header"].get("msg_id"),
                "content": message["content"],
                "time": time.monotonic(),
            }
        )


def main():
    manager = KernelManager(kernel_name=sys.argv[1])
    over = threading.Event()
    started = time.monotonic()
    # Node makes a shared pipe non-blocking, and then lines of this program would be lost.
    manager.start_kernel(cwd=sys.argv[2], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    emit({"channel": "bridge", "type": "ready", "pid": manager.provisioner.pid, "seconds": time.monotonic() - started})
    for get, channel in (
        (client.get_iopub_msg, "iopub"),
        (client.get_shell_msg, "shell"),
        (client.get_control_msg, "control"),
    ):
        threading.Thread(target=watch, args=(get, channel, over), daemon=True).start()
    for line in sys.stdin:
        command = json.loads(line)
        name = command.pop("do")
        if name == "execute":
            emit({"channel": "bridge", "type": "sent", "id": client.execute(**command)})
        elif name == "send":
            message = client.session.msg(command["type"], command["content"])
            getattr(client, command["channel"] + "_channel").send(message)
            emit({"channel": "bridge", "type": "sent", "id": message["header"]["msg_id"]})
        elif name == "interrupt":
            manager.interrupt_kernel()
        elif name == "vanish":
            os._exit(0)
        elif name == "close":
            break
    over.set()
    client.stop_channels()
    began = time.monotonic()
    manager.shutdown_kernel()
    emit({"channel": "bridge", "type": "closed", "seconds": time.monotonic() - began})


main()
