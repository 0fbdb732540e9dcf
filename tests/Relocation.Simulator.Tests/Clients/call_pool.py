"""Python's own XML-RPC client against the simulator, as the XenAPI module uses it: URL, user and password are the arguments.

Prints what it saw as one line of JSON.
"""
import json
import ssl
import sys
import xmlrpc.client

url, user, password = sys.argv[1:]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
server = xmlrpc.client.ServerProxy(url, allow_none=True, context=context)


def call(method, *arguments):
    answer = getattr(server, method)(*arguments)
    if answer["Status"] == "Success":
        return answer["Value"]
    raise RuntimeError(json.dumps(answer["ErrorDescription"]))


def failure(method, *arguments):
    try:
        call(method, *arguments)
    except RuntimeError as error:
        return json.loads(str(error))


session = call("session.login_with_password", user, password, "1.0", "python")
vm = call("VM.get_by_name_label", session, "web")[0]
record = call("VM.get_record", session, vm)
call("VM.set_name_description", session, vm, "<naïve> & 'quoted'")
batch = call("event.from", session, ["vm/" + vm], "", 1.0)
task = call("Async.VM.clone", session, vm, "copy")
while call("task.get_status", session, task) == "pending":
    call("event.from", session, ["task/" + task], batch["token"], 1.0)
seen = {
    "vm": vm,
    "static_max": record["memory_static_max"],
    "is_a_template": record["is_a_template"],
    "snapshot_time": str(record["snapshot_time"]),
    "description": call("VM.get_name_description", session, vm),
    "event": batch["events"][0]["operation"],
    "count": batch["valid_ref_counts"]["vm"],
    "result": call("task.get_result", session, task),
    "fails": failure("VM.start", session, vm, False, False),
    "methods": "VM.get_all_records" in server.system.listMethods(),
}
call("session.logout", session)
seen["after_logout"] = failure("VM.get_all", session)[0]
print(json.dumps(seen))
