#!/usr/bin/env python3
"""Sends a night's mails to a server on loopback and compares with Python's smtplib, which keeps no outbox.

    send.py GONGHAI [MAILS]

Both send the same bytes, over one connection with STARTTLS each, to the server of the tests (aiosmtpd). Prints mails a
second of both, and their ratio.
"""

import json
import os
import pathlib
import smtplib
import ssl
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SERVER = ROOT / "Tests/TestSupport/MailServer.py"
PYTHON = "/usr/bin/python3"  # where Debian puts aiosmtpd


class Server:
    def __init__(self, folder, certificates):
        folder.mkdir()
        options = {"certificate": str(certificates / "server.pem")}
        self.folder = folder
        self.process = subprocess.Popen([PYTHON, SERVER, "serve", folder, json.dumps(options)], stderr=subprocess.DEVNULL)
        while not (folder / "port").exists():
            time.sleep(0.05)
        self.port = int((folder / "port").read_text())

    def entries(self):
        return [json.loads(line) for line in open(self.folder / "log") if '"mail"' in line]

    def close(self):
        self.process.terminate()
        self.process.wait()


def workspace(folder, gonghai, mails, port, certificates):
    """A company with a rep for each mail, each given a customer that night; the fuse keeps the mails back."""
    subprocess.run([gonghai, "init", folder], check=True, capture_output=True)
    (folder / "gonghai.yaml").write_text(
        "feeds: {follow_ups: none}\nclaims: {limit: 10}\nmail:\n  transport: smtp\n  maximum_recipients: 1\n"
        f"  smtp: {{host: localhost, port: {port}, ca_file: {certificates}/ca.pem}}\n")
    reps = ["id,name,email,active"] + [f"R{n},销售{n},r{n}@example.com,yes" for n in range(mails)]
    (folder / "inbox/reps.csv").write_text("\n".join(reps) + "\n")
    customers = ["id,name,city"] + [f"C{n},苏州第{n}精密机械有限公司,苏州" for n in range(mails)]
    (folder / "inbox/customers.csv").write_text("\n".join(customers) + "\n")
    night = subprocess.run([gonghai, "run", "-w", folder], capture_output=True, text=True)
    assert night.returncode == 3, night.stderr


def main():
    gonghai, mails = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        certificates = root / "certificates"
        certificates.mkdir()
        subprocess.run([PYTHON, SERVER, "certificates", certificates], check=True)
        server = Server(root / "ours", certificates)
        folder = root / "workspace"
        workspace(folder, gonghai, mails, server.port, certificates)
        subprocess.run([gonghai, "send", "-w", folder, "--dry-run", "--output", root / "eml"], check=True, capture_output=True)

        start = time.monotonic()
        sent = subprocess.run([gonghai, "send", "-w", folder, "--approve", "recipients", "--json"], capture_output=True, text=True)
        ours = time.monotonic() - start
        assert json.loads(sent.stdout)["sent"] == mails, sent.stdout + sent.stderr
        entries = server.entries()
        assert len(entries) == mails and {e["connection"] for e in entries} == {1}
        files = sorted(root.glob("eml/*.eml"))
        expected = sorted(file.read_bytes() for file in files)
        assert sorted(file.read_bytes() for file in (root / "ours").glob("*.eml")) == expected, "not the bytes of the dry run"
        server.close()

        server = Server(root / "theirs", certificates)
        start = time.monotonic()
        with smtplib.SMTP("localhost", server.port, local_hostname="localhost") as client:
            client.starttls(context=ssl.create_default_context(cafile=certificates / "ca.pem"))
            for number, file in enumerate(files):
                client.sendmail("gonghai@localhost", [f"r{number}@example.com"], file.read_bytes())
        theirs = time.monotonic() - start
        server.close()
        size = sum(file.stat().st_size for file in files) / len(files) / 1024
        print(f"{mails} mails of {size:.0f} KB, one connection: gonghai send {mails / ours:.0f} a second, "
              f"smtplib {mails / theirs:.0f}; ratio {theirs / ours:.2f}")


if __name__ == "__main__":
    main()
