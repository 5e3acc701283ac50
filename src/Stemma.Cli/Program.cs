using Stemma.Cli;

return Entrance.Run(args, Face.OfConsole());
