#!/usr/bin/env python3
"""Makes the requests in src/test/resources/malformed-http, each of which has to be refused.

    scripts/torture.d/malformed_http.py      writes the files anew from the tables below

They are sent to a server that knows GET /v1/health/live and POST /echo/WORD with a JSON body. A file is what
a client sends before it says that it sends no more.
"""

import re
import shutil
from pathlib import Path

HOME = Path(__file__).resolve().parents[2] / "src/test/resources/malformed-http"
LIVE = b"/v1/health/live"
HOST = b"Host: a\r\n"
SEPARATORS = b'"(),/:;<=>?@[\\]{}'
CONTROLS = bytes([*range(0x00, 0x20), 0x7F])


def request(line=b"GET " + LIVE + b" HTTP/1.1", fields=HOST, body=b""):
    return line + b"\r\n" + fields + b"\r\n" + body


def post(fields, body=b"", version=b"HTTP/1.1"):
    return request(b"POST /echo/x " + version, HOST + b"Content-Type: application/json\r\n" + fields, body)


def chunked(body):
    return post(b"Transfer-Encoding: chunked\r\n", body)


def numbered(cases):
    return {f"{i:03d}": case for i, case in enumerate(cases, 1)}


def of_bytes(values, make):
    return {f"byte-{value:02x}": make(bytes([value])) for value in values}


def methods():
    cases = of_bytes([*CONTROLS, *b" ", *SEPARATORS, 0x80, 0xFF], lambda b: request(b"G" + b + b"T " + LIVE + b" HTTP/1.1"))
    # A line feed and a carriage return before the first line may be passed over, so they are not here.
    cases |= of_bytes([b for b in CONTROLS if b not in b"\r\n"], lambda b: request(b + b"GET " + LIVE + b" HTTP/1.1"))
    others = [b"get", b"Get", b"BREW", b"G" * 300, b"TRACE", b"PUT", b"PATCH", b"PROPFIND", b"DELETE", b"POST"]
    return cases | numbered(request(m + b" " + LIVE + b" HTTP/1.1") for m in others)


def targets():
    cases = of_bytes([*CONTROLS, *b'"<>\\^`{|}#%', 0x80, 0xC3, 0xE9, 0xFF],
                     lambda b: request(b"GET " + LIVE + b + b" HTTP/1.1"))
    cases |= {f"in-query-{k}": v for k, v in of_bytes(
        [*CONTROLS, 0x80, 0xFF], lambda b: post_line(b"/echo/x?a=" + b + b"b")).items()}
    return cases


def post_line(target):
    return request(b"POST " + target + b" HTTP/1.1", HOST + b"Content-Length: 0\r\n")


PATHS = """
/v1/../v1/health/live /./v1/health/live //v1/health/live /v1//health/live /v1/health/live/ /v1/health/./live
/v1/health/live/. /v1/health/live/.. /v1/health/../health/live /../v1/health/live /../../../../etc/passwd
/v1/%2e%2e/v1/health/live /%2e/v1/health/live /v1/health/%2e/live /v1/%2E%2E/health/live /v1/.%2e/health/live
/v1/%2e./health/live /v1%2fhealth%2flive /v1/health%2Flive /v1%5chealth%5clive /v1\\health\\live /v1/health/live%00
/%00 /v1/health/live%0a /v1/health/live%0d%0aX:%20y /v1/health/live%20 /v1/health/live%09 /v1/health/live%7f
/v1/%c0%ae%c0%ae/health/live /v1/%e0%80%ae/health/live /v1/%c0%af/live /v1/%ff /v1/%fe%ff /v1/%80 /v1/%ed%a0%80
/v1/%f4%90%80%80 /v1/%f8%88%80%80%80 /v1/%c3 /v1/%c3%28 /v1/%u002e%u002e/health/live /v1/%zz /v1/%2 /v1/% /v1/%%32%65
/v1/%252e%252e/health/live /v1/%25 /v1;a/health/live /v1/health/live;jsessionid=1 /v1/..;/v1/health/live
/v1/health;/live /v1/.;/health/live /v1/%3b/health/live /V1/HEALTH/LIVE /v1/health/live~ /v1/health/live.bak
/v1/health/live.json /v1/health/live%23 /v1/health/live%3f /v1 /v1/ / /.git/config /..%c0%af..%c0%afetc/passwd
/....//....//etc/passwd /~root /v1/health/live#x /v1/health/live?a=%zz&b /v1/health//live// /%2f%2fv1 /%
/echo/x/y /echo/ /echo /echo/%2e /echo/%2e%2e /echo/. /echo/.. /echo/%00 /echo/%0a /echo/a%2fb /echo/%ff
""".split()
QUERIES = """
a=%zz a=% a=%2 a=%ff a=%c0%80 a=%ed%a0%80 a=1&a=2 a&a n=x n=-1 n=1.5 n=1e3 n= n=0x10 n=99999999999999999999 n=%201
a=%00 a=%0a a=%0d%0a a=%7f %zz=1 %ff a=%u0041
""".split()


def paths():
    known = numbered(request(b"GET " + path.encode("ascii") + b" HTTP/1.1") for path in PATHS if path != "/v1/health/live?a=%zz&b")
    return known | {f"query-{k}": post_line(b"/echo/x?" + q.encode("ascii")) for k, q in numbered(QUERIES).items()}


def versions():
    known = [b"HTTP/0.9", b"HTTP/1.2", b"HTTP/1.3", b"HTTP/2.0", b"HTTP/2", b"HTTP/3", b"HTTP/1", b"HTTP/1.", b"HTTP/.1", b"HTTP/1.10",
             b"HTTP/01.1", b"HTTP/11", b"HTTP/1.1x", b"HTTP/1,1", b"HTTP /1.1", b"HTTP/ 1.1", b"HTTP/-1.1",
             b"HTTP", b"ICY", b"RTSP/1.0", b"HTTP/1.1 HTTP/1.1", b"HTTP/9.9", b"HTTP/1.1\x00", b"\xff", b"http/1.1", b"Http/1.1", b"hTTP/1.0", b"HTTP/" + b"1" * 300]
    lines = [b"GET " + LIVE + b" " + v for v in known] + [
        b"GET " + LIVE, b"GET " + LIVE + b" ", b"GET", b"GET ", b"GET  HTTP/1.1", b" GET " + LIVE + b" HTTP/1.1", b"HTTP/1.1 200 OK",
        b"GET\t" + LIVE + b"\tHTTP/1.1", b"GET  " + LIVE + b"  HTTP/1.1 x", b"GET  " + LIVE + b" HTTP/1.1", b"GET " + LIVE + b"  HTTP/1.1", b"GET   " + LIVE + b"   HTTP/1.1",
        b"GET " + LIVE + b" HTTP/1.1 ", b"GET \t" + LIVE + b" HTTP/1.1", b"" b"\x00", b"GET" + LIVE + b"HTTP/1.1"]
    whole = [b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 40, b"SSH-2.0-OpenSSH_9.2\r\n",
             b"*1\r\n$4\r\nPING\r\n", b"\x00" * 100, b"\xff" * 100, b"EHLO a\r\n", b"{\"force\":true}\n", b"<?xml version=\"1.0\"?>\n",
             b"\xef\xbb\xbf" + request(), b"\xff\xfe" + request(), b"\x80\x2e\x01\x00\x02", b"PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n" + request(),
             b"--force\n", b"publish\n", b"GET " + LIVE + b"\n\n", b"\x1b[2J" + request()]
    return numbered([request(line) for line in lines] + whole)


def line_ends():
    good = b"GET " + LIVE + b" HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n"
    cases = []
    for i in [m.start() for m in re.finditer(b"\r\n", good)]:
        for end in [b"\n", b"\r", b"\r\r\n", b"\n\r", b"\x0b", b"\x0c", b"\xc2\x85", b"\x00\r\n"]:
            cases.append(good[:i] + end + good[i + 2:])
    cases += [good.replace(b"\r\n", end) for end in [b"\n", b"\r", b"\n\r", b"\r\r", b"\\r\\n"]]
    return numbered(cases)


def field_names():
    bad = [*(b for b in CONTROLS if b not in b"\r\n"), *b" ", *(b for b in SEPARATORS if b != 0x3A), 0x80, 0xC3, 0xFF]
    cases = of_bytes(bad, lambda b: request(fields=HOST + b"X" + b + b"Y: z\r\n"))
    cases |= {f"end-{k}": v for k, v in of_bytes(
        [*b" \t\x00\x0b\x0c\x7f", 0x80, 0xA0], lambda b: request(fields=HOST + b"Content-Length" + b + b": 0\r\n")).items()}
    cases |= {f"begin-{k}": v for k, v in of_bytes(
        [*b" \t\x00\x0b\x0c\x7f", 0x80, 0xA0], lambda b: request(fields=b + HOST)).items()}
    return cases | numbered(request(fields=HOST + f) for f in [
        b": z\r\n", b"X\r\n", b":\r\n", b"X Y\r\n", b"no colon at all\r\n", b"GET / HTTP/1.1\r\n", b"X\x00: y\r\n", b"=: y\r\n"])


def field_values():
    bad = [b for b in CONTROLS if b not in b"\t\r\n"]
    cases = of_bytes(bad, lambda b: request(fields=HOST + b"X: a" + b + b"b\r\n"))
    cases |= {f"host-{k}": v for k, v in of_bytes(
        [*bad, *b' "<>\\^`{|}/?#@', 0x80, 0xFF], lambda b: request(fields=b"Host: a" + b + b"b\r\n")).items()}
    folds = [b"X: a\r\n b\r\n", b"X: a\r\n\tb\r\n", b"X:\r\n a\r\n", b"X: a\r\n \r\n", b"X: a\r\n  \t b\r\n", b"X: a\r\n b\r\n c\r\n",
             b" X: a\r\n", b"\tX: a\r\n", b"Content-Length:\r\n 0\r\n", b"Transfer-Encoding:\r\n chunked\r\n", b"Transfer-Encoding: x\r\n chunked\r\n"]
    return cases | {f"fold-{k}": v for k, v in numbered(request(fields=HOST + f) for f in folds).items()}


def hosts():
    return numbered(request(fields=f) for f in [
        b"", b"X: y\r\n", HOST + HOST, HOST + b"host: b\r\n", b"Host: a\r\nHOST: a\r\n", b"Host: a, b\r\n", b"Host:\r\n", b"Host: \r\n",
        b"Host: user@a\r\n", b"Host: user:secret@a\r\n", b"Host: a:b\r\n", b"Host: a:99999\r\n", b"Host: a:-1\r\n", b"Host: a:80:80\r\n",
        b"Host: [::1\r\n", b"Host: ::1]\r\n", b"Host: [::zz]\r\n", b"Host: a/b\r\n", b"Host: a?b\r\n", b"Host: a#b\r\n", b"Host: a b\r\n",
        b"Host: http://a\r\n", b"Host: //a\r\n", b"Host: \x00\r\n", b"Host: a\\b\r\n", b"Host : a\r\n"])


def absolute_targets():
    lines = [b"GET http://b" + LIVE, b"GET http://user@a" + LIVE, b"GET http://user:secret@a" + LIVE, b"GET http://" + LIVE, b"GET http:" + LIVE,
             b"GET http://", b"GET http:", b"GET http", b"GET ://a" + LIVE, b"GET //a" + LIVE, b"GET v1/health/live", b"GET *", b"GET ?x", b"GET #x",
             b"GET a", b"CONNECT a:80", b"CONNECT /", b"CONNECT " + LIVE, b"GET http://[::1" + LIVE, b"GET http://a:99999" + LIVE,
             b"GET http://a:b" + LIVE, b"GET http://a:-1" + LIVE, b"GET http://a b" + LIVE, b"GET file:///etc/passwd", b"GET gopher://b/x",
             b"GET javascript:alert(1)", b"GET http://a/../v1/health/live", b"GET http://a//v1/health/live", b"GET http://a/%2e%2e" + LIVE,
             b"GET http://a\\b" + LIVE, b"GET http://a#" + LIVE, b"GET http://b@a" + LIVE, b"GET http://a/nope", b"GET .", b"GET ..", b"GET ../v1",
             b"GET unix:/tmp/x", b"GET http://a" + LIVE + b"#x", b"DELETE *", b"GET http://\x00" + LIVE, b"GET http://a%00" + LIVE]
    return numbered(request(line + b" HTTP/1.1") for line in lines)


def lengths():
    values = [b"-1", b"+2", b"2x", b"x2", b"0x2", b"2e0", b"2.0", b"2,2", b"2, 2", b"2, 3", b"2;2", b"2 2", b"\"2\"", b"'2'", b"\xef\xbc\x92", b"1_0",
              b"9223372036854775808", b"18446744073709551618", b"99999999999999999999999999", b"-0", b"--2", b"2-", b"NaN", b"null", b"\x002", b"2\x00",
              b"two", b"0b10", b"2,", b",2", b"chunked", b"9223372036854775807", b"65537", b"1000000000"]
    cases = [post(b"Content-Length: " + v + b"\r\n", b"[]") for v in values]
    cases += [post(f, b"[]") for f in [
        b"Content-Length: 2\r\nContent-Length: 2\r\n", b"Content-Length: 2\r\nContent-Length: 3\r\n", b"Content-Length: 0\r\nContent-Length: 2\r\n",
        b"Content-Length: 2\r\ncontent-length: 0\r\n", b"Content-Length: 3\r\n", b"Content-Length: 100\r\n", b"Content-Length : 2\r\n",
        b"Content-Length\t: 2\r\n", b"Content-Length\x0b: 2\r\n", b"Content-Length: 2\r\nX: y\r\nContent-Length: 4\r\n"]]
    return numbered(cases)


def transfer_encodings():
    body = b"2\r\n[]\r\n0\r\n\r\n"
    te, cl = b"Transfer-Encoding: chunked\r\n", b"Content-Length: 2\r\n"
    cases = [post(f, body) for f in [
        te + cl, cl + te, te + b"Content-Length: 0\r\n", b"Content-Length: 0\r\n" + te, te + b"Content-Length: 12\r\n", b"Content-Length: 12\r\n" + te,
        b"content-length: 2\r\ntransfer-encoding: chunked\r\n", te + b"X: y\r\n" + cl, te + te, te + b"Transfer-Encoding: identity\r\n",
        b"Transfer-Encoding: identity\r\n" + te + cl, te + b"Transfer-Encoding: gzip\r\n", te + b"Transfer-Encoding: x\r\n"]]
    values = [b"chunked, chunked", b"chunked, gzip", b"chunked, identity", b"chunked, x", b"chunked,", b"chunked;q=0, gzip", b"gzip", b"x", b"xchunked",
              b"chunkedx", b"chunked x", b"chu nked", b"\"chunked\"", b"'chunked'", b"\x0bchunked", b"\x00chunked", b"chunked\x00", b"chunked\x0b",
              b"\xc2\xa0chunked", b":chunked", b"=chunked", b"chunk", b"deflate", b"cow", b"chunked;x=\"", b"identity, gzip", b"c\x68unked\x7f", b"gzip, chunked"]
    cases += [post(b"Transfer-Encoding: " + v + b"\r\n", body) for v in values]
    cases += [post(b"Transfer-Encoding: " + v + b"\r\n" + cl, body) for v in values + [b"identity", b"CHUNKED", b" chunked ", b"\tchunked"]]
    cases += [post(f, body) for f in [b"Transfer-Encoding : chunked\r\n", b"Transfer-Encoding\t: chunked\r\n", b" Transfer-Encoding: chunked\r\n",
                                      b"Transfer-Encoding\x00: chunked\r\n", b"Transfer-Encoding:\x0bchunked\r\n", b"X: y\nTransfer-Encoding: chunked\r\n",
                                      b"X: y\rTransfer-Encoding: chunked\r\n", cl + b"Transfer-Encoding: chunked\n"]]
    cases += [post(f, body, b"HTTP/1.0") for f in [te + cl, cl + te]]
    return numbered(cases)


def chunks():
    sizes = [b"g", b"-2", b"+2", b"0x2", b" 2", b"2 x", b"2\x00", b"2\t", b"\t2", b"2.0", b"2,2", b"", b";", b"x;2", b"FFFFFFFFFFFFFFFF", b"8000000000000000",
             b"7FFFFFFFFFFFFFFF", b"FFFFFFFF", b"80000000", b"7FFFFFFF", b"100000000", b"00000000000000000000000000000002x", b"2\xff", b"\xff", b"2;\x00",
             b"2;a=\x00", b"2;a=\"\n\"", b"2;a\rb", b"2;\x7f", b"11000", b"2;" + b"x" * 20_000]
    cases = [chunked(s + b"\r\n[]\r\n0\r\n\r\n") for s in sizes]
    cases += [chunked(b) for b in [
        b"", b"2", b"2\r", b"2\r\n", b"2\r\n[", b"2\r\n[]", b"2\r\n[]\r", b"2\r\n[]\r\n", b"2\r\n[]\r\n0", b"2\n[]\r\n0\r\n\r\n",
        b"2\r\n[]\n0\r\n\r\n", b"2\r\n[]\r\n0\n\r\n", b"2\r\n[]\r\n0\n\n", b"2\r[]\r\n0\r\n\r\n", b"2\r\n[]x\r\n0\r\n\r\n", b"2\r\n[]]\r\n0\r\n\r\n", b"1\r\n[]\r\n0\r\n\r\n",
        b"3\r\n[]\r\n0\r\n\r\n", b"2\r\n[]0\r\n\r\n", b"2\r\n[]\r\n\r\n0\r\n\r\n", b"[]", b"hello", b"2\r\n[]\r\n0\r\nX\r\n\r\n", b"2\r\n[]\r\n0\r\nX Y: z\r\n\r\n",
        b"2\r\n[]\r\n0\r\nX: \x00\r\n\r\n", b"2\r\n[]\r\n0\r\n: y\r\n\r\n", b"2\r\n[]\r\n0\r\n X: y\r\n\r\n", b"2\r\n[]\r\n0\r\nX: y\n\r\n", b"2\r\n[]\r\n0\r\nX: " + b"y" * 20_000,
        b"2\r\n[]\r\n0\r\n" + b"X: y\r\n" * 5_000 + b"\r\n", b"1\r\nx\r\n" * 70_000 + b"0\r\n\r\n", b"10001\r\n" + b" " * 0x10001 + b"\r\n0\r\n\r\n",
        (b"8000\r\n" + b" " * 0x8000 + b"\r\n") * 3 + b"0\r\n\r\n"]]
    return numbered(cases)


def limits():
    cases = {f"line-{n}": request(b"GET /" + b"a" * n + b" HTTP/1.1") for n in [4096, 5000, 8190, 8192, 12_288, 16_384, 70_000]}
    cases |= {f"query-{n}": post_line(b"/echo/x?a=" + b"a" * n) for n in [4096, 8192, 70_000]}
    cases |= {f"method-{n}": request(b"G" * n + b" / HTTP/1.1") for n in [4096, 13_000]}
    cases |= {f"version-{n}": request(b"GET / HTTP/1." + b"1" * n) for n in [4096, 13_000]}
    cases |= {f"value-{n}": request(fields=HOST + b"X: " + b"a" * n + b"\r\n") for n in [8192, 9000, 12_288, 16_384, 70_000]}
    cases |= {f"name-{n}": request(fields=HOST + b"X" * n + b": a\r\n") for n in [8192, 9000, 16_384]}
    cases |= {f"host-{n}": request(fields=b"Host: " + b"a" * n + b"\r\n") for n in [8192, 16_384]}
    cases |= {f"fields-{n}": request(fields=HOST + b"".join(b"X%d: y\r\n" % i for i in range(n))) for n in [64, 65, 100, 600, 5000]}
    cases |= {f"same-field-{n}": request(fields=HOST + b"X: y\r\n" * n) for n in [64, 1000]}
    cases |= {f"large-fields-{n}": request(fields=HOST + b"".join(b"X%d: %s\r\n" % (i, b"y" * n) for i in range(40))) for n in [250, 1000]}
    cases |= {f"empty-fields-{n}": request(fields=HOST + b"X:\r\n" * n) for n in [64, 3000]}
    cases |= {f"body-{n}": post(b"Content-Length: %d\r\n" % n, b" " * n) for n in [65_537, 100_000, 1_000_000]}
    cases |= {f"endless-line-{c:02x}": bytes([c]) * 40_000 for c in b"GA/ :\t0\x00"}
    cases |= {f"endless-field-{c:02x}": b"GET / HTTP/1.1\r\n" + bytes([c]) * 40_000 for c in b"A :\t0\x00"}
    return cases


def truncated():
    whole = post(b"Content-Length: 13\r\nAccept: */*\r\n", b'["--force",1]')
    return {f"after-{n:03d}": whole[:n] for n in range(len(whole))}


def refused():
    """Proper HTTP, which is refused for what it says."""
    fields = [b"Origin: http://a\r\n", b"Origin: null\r\n", b"ORIGIN: x\r\n", b"Origin:\r\n", b"Sec-Fetch-Site: same-origin\r\n", b"Sec-Fetch-Mode: cors\r\n",
              b"sec-fetch-dest: empty\r\n", b"Sec-Fetch-User: ?1\r\n", b"Sec-Fetch-Anything: x\r\n", b"Expect: nonsense\r\n", b"Expect: 200-ok\r\n",
              b"Accept: image/png\r\n", b"Accept: application/json;q=0\r\n", b"Accept: */*;q=0\r\n", b"Accept: text/html, text/*\r\n"]
    return numbered(request(fields=HOST + f) for f in fields)


def bodies():
    wrong = [b"\xff", b"\xfe\xff", b"\x80", b"\xc0\x80", b"\xc3", b"\xc3\x28", b"\xe2\x82", b"\xe2\x28\xa1", b"\xed\xa0\x80", b"\xf0\x28\x8c\xbc", b"\xf4\x90\x80\x80",
             b"\xf8\x88\x80\x80\x80", b"[\"\xe9\"]", b"\xff\xfe[\x00]\x00", b"[\"a\xc0\xaf\"]", b"\xed\xb0\x80", b"\xe0\x80\xaf", b"a" * 1000 + b"\xff"]
    cases = [post(b"Content-Length: %d\r\n" % len(b), b) for b in wrong]
    types = [b"application/x-www-form-urlencoded", b"multipart/form-data; boundary=x", b"text/html", b"application/xml", b"json", b"*/*", b"application/jsonx", b"\"application/json\""]
    cases += [request(b"POST /echo/x HTTP/1.1", HOST + b"Content-Type: " + t + b"\r\nContent-Length: 2\r\n", b"[]") for t in types]
    return numbered(cases)


GROUPS = {"methods": methods, "targets": targets, "paths": paths, "versions": versions, "line-ends": line_ends, "field-names": field_names,
          "field-values": field_values, "hosts": hosts, "absolute-targets": absolute_targets, "lengths": lengths,
          "transfer-encodings": transfer_encodings, "chunks": chunks, "limits": limits, "truncated": truncated, "refused": refused, "bodies": bodies}


def cases():
    """:return: the name of each → its bytes"""
    return {f"{group}/{name}.http": case for group, make in GROUPS.items() for name, case in make().items()}


if __name__ == "__main__":
    for old in GROUPS:
        shutil.rmtree(HOME / old, ignore_errors=True)
    made = cases()
    for path, case in made.items():
        (HOME / path).parent.mkdir(parents=True, exist_ok=True)
        (HOME / path).write_bytes(case)
    print(f"{len(made)} requests in {HOME}")
