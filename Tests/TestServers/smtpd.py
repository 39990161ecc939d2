"""A real SMTP server (aiosmtpd) on a loopback port, for the mail channel's tests.

Usage: smtpd.py FOLDER [--tls] [--implicit] [--login USER PASSWORD] [--require-tls]

Every mail taken becomes FOLDER/N.json; the port is written to FOLDER/port when the server listens. What it answers to
a recipient depends on the name before the @: see REPLIES.
"""

import json
import os
import signal
import ssl
import sys
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

REPLIES = {
    "busy": "450 4.2.1 mailbox busy, try again later",
    "gone": "550 5.1.1 no such user here",
}


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        reply = REPLIES.get(address.split("@")[0])
        if reply:
            return reply
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if any(address.startswith("full@") for address in envelope.rcpt_tos):
            return "452 4.3.1 insufficient system storage"
        self.count += 1
        mail = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None,
            "login": session.auth_data.decode() if session.authenticated else None,
            "data": envelope.original_content.decode("latin-1"),
        }
        path = os.path.join(self.folder, f"{self.count}.json")
        with open(path + ".tmp", "w") as file:
            json.dump(mail, file)
        os.rename(path + ".tmp", path)
        return f"250 OK: queued as {self.count}"


class Server(Controller):
    """Listens on a port of the system's choice."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def main(folder, *options):
    context = None
    if "--tls" in options or "--implicit" in options:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem"))
    settings = {}
    if "--login" in options:
        place = options.index("--login")
        expected = tuple(word.encode() for word in options[place + 1 : place + 3])

        def authenticator(server, session, envelope, mechanism, data):
            success = (data.login, data.password) == expected
            return AuthResult(success=success, handled=False, auth_data=data.login)

        settings = {
            "authenticator": authenticator,
            "auth_required": True,
            "auth_require_tls": "--tls" in options,
        }
    implicit = context if "--implicit" in options else None
    if "--tls" in options:
        settings |= {"tls_context": context, "require_starttls": "--require-tls" in options}
    server = Server(Handler(folder), hostname="127.0.0.1", port=0, ssl_context=implicit, **settings)
    server.start()
    path = os.path.join(folder, "port")
    with open(path + ".tmp", "w") as file:
        file.write(str(server.port))
    os.rename(path + ".tmp", path)
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    stop.wait()
    server.stop()


main(*sys.argv[1:])
