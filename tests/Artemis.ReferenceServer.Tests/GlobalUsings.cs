global using Artemis.Protocol;
global using Console = Artemis.Protocol.Console;
