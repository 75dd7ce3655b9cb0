"""Reads a multipart message with the standard library and lxml, and says in JSON what it found."""

import email
import hashlib
import json
import sys
from urllib.parse import unquote

from lxml import etree

NS = {
    "soap": "http://www.w3.org/2003/05/soap-envelope",
    "xds": "urn:ihe:iti:xds-b:2007",
    "xop": "http://www.w3.org/2004/08/xop/include",
    "rim": "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0",
}

with open(sys.argv[1], "rb") as file:
    message = email.message_from_bytes(file.read())
assert message.get_content_type() == "multipart/related"
# The module rewrites line ends of text parts: bytes are taken from the raw message, between the boundaries that it found.
with open(sys.argv[1], "rb") as file:
    raw = file.read()
boundary = message.get_boundary().encode()
chunks = raw.split(b"\r\n--" + boundary)
assert chunks[-1].startswith(b"--")
bodies = {}
for part, chunk in zip(message.get_payload(), chunks[1:-1]):
    head, body = chunk.split(b"\r\n\r\n", 1)
    assert part["Content-ID"].encode() in head
    bodies[part["Content-ID"]] = body
root = message.get_payload()[0]
assert root["Content-ID"] == message.get_param("start")
tree = etree.fromstring(bodies[root["Content-ID"]])
documents = []
for document in tree.iterfind(".//xds:Document", NS):
    href = document.find("xop:Include", NS).get("href")
    assert href.startswith("cid:")
    content = bodies["<" + unquote(href[4:]) + ">"]
    entry = tree.find(".//rim:ExtrinsicObject[@id='%s']" % document.get("id"), NS)
    slot = lambda name: entry.findtext("rim:Slot[@name='%s']/rim:ValueList/rim:Value" % name, None, NS)
    documents.append(
        {
            "id": document.get("id"),
            "sha1": hashlib.sha1(content).hexdigest(),
            "size": len(content),
            "slotHash": slot("hash"),
            "slotSize": slot("size"),
        }
    )
print(
    json.dumps(
        {
            "root": root.get_content_type(),
            "rootType": root.get_param("type"),
            "action": root.get_param("action"),
            "envelope": tree.tag,
            "order": [etree.QName(item).localname for item in tree.find("soap:Header", NS)],
            "documents": documents,
        }
    )
)
