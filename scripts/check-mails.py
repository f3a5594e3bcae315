"""Second opinion on mails: parses every .eml of a folder with Python's email package under its strict policy.

Usage: python3 scripts/check-mails.py FOLDER   (write one with `vigia mail preview`)
Exits 1 when a mail has a defect, lacks a header it needs, or comes back other than it was written.
"""

import email
import email.policy
import pathlib
import re
import sys

STRICT = email.policy.SMTP.clone(raise_on_defect=True)
NEEDED = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "X-Alert-Key", "Feedback-ID"]
LIST = ["List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "References"]
NEWS = ("alert", "update", "digest")


def problems(path):
    raw = path.read_bytes()
    if re.search(rb"(?<!\r)\n|\r(?!\n)", raw):
        yield "a bare CR or LF"
    if any(len(line) > 998 for line in raw.split(b"\r\n")):
        yield "a line over 998 octets"
    if re.search(rb"[^\x00-\x7f]", raw):
        yield "an octet outside ASCII"
    mail = email.message_from_bytes(raw, policy=STRICT)
    for name in NEEDED + (LIST if path.name.startswith(NEWS) else []):
        if len(mail.get_all(name, [])) != 1:
            yield f"{name} stands {len(mail.get_all(name, []))} times"
        elif mail[name].defects:
            yield f"{name}: {mail[name].defects}"
    if len(mail["To"].addresses) != 1 or len(mail["From"].addresses) != 1:
        yield "not one sender and one reader"
    if path.name.startswith(NEWS):
        if mail["List-Unsubscribe-Post"] != "List-Unsubscribe=One-Click":
            yield "List-Unsubscribe-Post is not what RFC 8058 says"
        if not re.fullmatch(r"<https://[^<>\s]+>,\s*<mailto:[^<>\s]+>", mail["List-Unsubscribe"]):
            yield f"List-Unsubscribe: {mail['List-Unsubscribe']}"
        if not re.search(r"<[A-Za-z0-9.-]+>$", mail["List-Id"]):
            yield f"List-Id: {mail['List-Id']}"
    parts = [part.get_content_type() for part in mail.iter_parts()]
    if parts != ["text/plain", "text/html"]:
        yield f"parts {parts}"
    for part, suffix in zip(mail.iter_parts(), (".txt", ".html")):
        written = path.with_name(path.name[: -len(".eml")] + suffix)
        if written.exists() and part.get_content().replace("\r\n", "\n").strip() != written.read_text("utf-8").strip():
            yield f"{suffix} part differs from what was written"


def main(folder):
    found = 0
    paths = sorted(pathlib.Path(folder).glob("*.eml"))
    for path in paths:
        for problem in problems(path):
            found += 1
            print(f"{path.name}: {problem}")
    print(f"{len(paths)} mails, {found} problems")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
