# Sourced by test.sh: what the tests drive besides .NET. Installed with apt-get where that is possible,
# named exactly where it is not; the tests concerned then fail rather than pass unseen.
missing=()
command -v chromium >/dev/null 2>&1 || missing+=(chromium)
fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing+=(fonts-noto-cjk)
{ command -v postgres >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1; } || missing+=(postgresql)
command -v curl >/dev/null 2>&1 || missing+=(curl)
command -v jq >/dev/null 2>&1 || missing+=(jq)

if [ ${#missing[@]} -gt 0 ]; then
  if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    as_root=; [ "$(id -u)" = 0 ] || as_root="sudo -n"
    echo "Installing ${missing[*]} ..."
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  else
    echo "Missing for the tests: ${missing[*]}. Install them (Debian: apt-get install ${missing[*]}) and start again." >&2
    exit 1
  fi
fi
