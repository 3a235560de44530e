global using Artemis.Protocol;
// The protocol's consoles are stations of a bridge; the terminal is System.Console.
global using Console = Artemis.Protocol.Console;
