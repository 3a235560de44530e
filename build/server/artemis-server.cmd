@dotnet "%~dp0artemis-server.dll" %*
