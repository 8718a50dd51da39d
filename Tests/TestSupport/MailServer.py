"""A real SMTP server on loopback that fails as it is told.

    MailServer.py certificates FOLDER      writes ca.pem, server.pem, expired.pem (each with its key)
    MailServer.py serve FOLDER OPTIONS     OPTIONS is JSON; see Options below. Writes FOLDER/port when it listens,
                                           FOLDER/NNNNN.eml for each mail it took, FOLDER/log (a JSON line each)

A fault is {"at": VERB, "do": ACTION, "times": N, "to": TEXT}: at GREETING, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA or DOT
(the end of the mail), the first N times, only for recipients that hold TEXT, it answers ACTION ("421 busy"), or it
closes the connection ("drop": before an answer; at DOT the mail was taken by then; "cut": within the mail), or it waits
("sleep 3") and goes on, or the client itself dies ("kill": SIGKILL to the process at the other end; "kill late": right
after the answer "250" to the end of the mail). FOLDER/faults, where it appears, replaces the faults for connections from
then on.
"""

import asyncio
import json
import os
import pathlib
import signal
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult

VERBS = ["GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "DOT"]


def certificates(folder):
    def openssl(*words):
        subprocess.run(["openssl", *words], check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.crt", "-days", "30",
            "-subj", "/CN=test authority")
    (folder / "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    for name, days in [("server", "30"), ("expired", "-1")]:
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", name + ".key", "-out", name + ".csr", "-subj",
                "/CN=localhost")
        openssl("x509", "-req", "-in", name + ".csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-out",
                name + ".crt", "-days", days, "-extfile", "names")
        (folder / (name + ".pem")).write_text((folder / (name + ".key")).read_text() + (folder / (name + ".crt")).read_text())
    (folder / "ca.pem").write_text((folder / "ca.crt").read_text())


class Options:
    def __init__(self, values):
        self.tls = values.get("tls", "starttls")  # starttls, tls (from the first byte), none (STARTTLS was stripped)
        self.certificate = values["certificate"]
        self.password = values.get("password")  # of the user "gonghai"; without it nobody has to log in
        self.mechanisms = values.get("mechanisms", ["PLAIN", "LOGIN", "XOAUTH2"])
        self.faults = values.get("faults", [])


class Book:
    """What came, and which faults are left."""

    def __init__(self, folder, options):
        self.folder, self.options = folder, options
        self.count = len(list(folder.glob("*.eml")))
        self.connections = 0
        self.file = open(folder / "log", "a")

    def reload(self):
        file = self.folder / "faults"
        if file.exists():
            self.options.faults = json.loads(file.read_text())
            file.unlink()

    def log(self, **values):
        print(json.dumps(values), file=self.file, flush=True)

    def fault(self, verb, recipient=""):
        for fault in self.options.faults:
            if fault["at"] == verb and fault.get("times", 1) > 0 and fault.get("to", "") in recipient:
                fault["times"] = fault.get("times", 1) - 1
                self.log(fault=verb, do=fault["do"])
                return fault["do"]
        return None

    def keep(self, envelope, connection):
        self.count += 1
        name = "%05d.eml" % self.count
        temporary = self.folder / (name + ".tmp")
        temporary.write_bytes(envelope.original_content)
        temporary.rename(self.folder / name)
        self.log(mail=name, to=envelope.rcpt_tos, sender=envelope.mail_from, connection=connection)


class Handler:
    def __init__(self, book):
        self.book = book

    async def auth_XOAUTH2(self, server, args):
        answer = args[1] if len(args) > 1 else None
        data = await server.challenge_auth("") if answer is None else __import__("base64").b64decode(answer)
        wanted = "user=gonghai\1auth=Bearer %s\1\1" % self.book.options.password
        self.book.log(auth="XOAUTH2")
        return AuthResult(success=data == wanted.encode(), handled=False)

    async def handle_DATA(self, server, session, envelope):
        recipient = envelope.rcpt_tos[0]
        action = self.book.fault("DOT", recipient)
        if action and action.startswith("sleep"):
            await asyncio.sleep(float(action.split()[1]))
        if action is None or action.split()[0] in ["drop", "sleep", "kill"]:
            self.book.keep(envelope, server.number)
        if action == "kill late":
            await server.push("250 2.0.0 taken")
        if action in ["kill", "kill late"]:
            kill_peer(server.transport)
            server.transport.abort()
            return "250 never sent"
        if action == "drop":
            server.transport.abort()
            return "250 never sent"
        return action if action and action[0].isdigit() else "250 2.0.0 taken"


def kill_peer(transport):
    """Ends the process that holds the other end of this connection, as a power failure would."""
    plain = transport.get_extra_info("socket")
    port = "%04X" % plain.getpeername()[1]
    rows = [row.split() for row in open("/proc/net/tcp")][1:]
    inodes = {"socket:[%s]" % row[9] for row in rows if row[1].endswith(":" + port)}
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if (process / "comm").read_text() == "gonghai\n" and any(
                    os.readlink(file) in inodes for file in (process / "fd").iterdir()):
                os.kill(int(process.name), signal.SIGKILL)
        except OSError:
            pass


class Server(SMTP):
    """aiosmtpd, with a fault before each verb."""

    def __init__(self, book, **values):
        self.book = book
        book.reload()
        book.connections += 1
        self.number = book.connections
        super().__init__(Handler(book), **values)

    async def push(self, status):
        text = status if isinstance(status, str) else status.decode()
        if text.startswith("220 ") and not getattr(self, "greeted", False):
            self.greeted = True
            if await self.stumbles("GREETING"):
                self.transport.close()
                return
        await super().push(status)

    async def stumbles(self, verb):
        recipients = self.envelope.rcpt_tos if self.envelope else []
        action = self.book.fault(verb, recipients[0] if recipients else "")
        if action is None:
            return False
        if action.startswith("sleep"):
            await asyncio.sleep(float(action.split()[1]))
            return False
        if action in ["drop", "kill"]:
            if action == "kill":
                kill_peer(self.transport)
            self.transport.abort()
            return True
        if action == "cut":
            await super().push("354 go on")
            await self._reader.read(64)
            self.transport.abort()
            return True
        await super().push(action)
        if action.startswith("421"):
            self.transport.close()
        return True

    async def smtp_EHLO(self, arg):
        if not await self.stumbles("EHLO"):
            await super().smtp_EHLO(arg)

    async def smtp_STARTTLS(self, arg):
        if not await self.stumbles("STARTTLS"):
            await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg):
        self.book.log(tried=arg.split()[0])
        if not await self.stumbles("AUTH"):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg):
        if not await self.stumbles("MAIL"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg):
        action = self.book.fault("RCPT", arg)
        if action is None:
            return await super().smtp_RCPT(arg)
        self.book.options.faults.insert(0, {"at": "NOW", "do": action})
        await self.stumbles("NOW")

    async def smtp_DATA(self, arg):
        if not await self.stumbles("DATA"):
            await super().smtp_DATA(arg)


async def serve(folder, options):
    book = Book(folder, options)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate)
    values = {"hostname": "localhost", "enable_SMTPUTF8": False, "timeout": 600}
    if options.tls == "starttls":
        values |= {"tls_context": context, "require_starttls": True}
    if options.password is not None:
        def authenticate(server, session, envelope, mechanism, data):
            book.log(auth=mechanism)
            good = data.login == b"gonghai" and data.password == options.password.encode()
            return AuthResult(success=good, handled=False)

        values |= {
            "authenticator": authenticate, "auth_required": True, "auth_require_tls": options.tls == "starttls",
            "auth_exclude_mechanism": [m for m in ["PLAIN", "LOGIN", "XOAUTH2"] if m not in options.mechanisms],
        }
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Server(book, loop=loop, **values), "127.0.0.1", options_port(folder),
        ssl=context if options.tls == "tls" else None)
    port = server.sockets[0].getsockname()[1]
    (folder / "port.tmp").write_text(str(port))
    (folder / "port.tmp").rename(folder / "port")
    await server.serve_forever()


def options_port(folder):
    """The port it had before, so that a server can come back."""
    former = folder / "former-port"
    return int(former.read_text()) if former.exists() else 0


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[2])
    if sys.argv[1] == "certificates":
        certificates(folder)
    else:
        asyncio.run(serve(folder, Options(json.loads(sys.argv[3]))))
