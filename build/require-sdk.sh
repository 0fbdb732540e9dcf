# Sourced by run.sh and test.sh: stops with the remedy when the .NET SDK that global.json asks for is not here.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
if ! command -v dotnet >/dev/null 2>&1; then
  echo "The .NET SDK 10.0.4xx is missing. Install it (https://dotnet.microsoft.com/download/dotnet/10.0) and start again." >&2
  exit 1
fi
if ! dotnet --version >/dev/null 2>&1; then
  echo "The .NET SDK that global.json asks for (10.0.4xx) is missing; installed are:" >&2
  dotnet --list-sdks >&2
  exit 1
fi
