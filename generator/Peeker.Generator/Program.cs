using Peeker.Generator.Commands;

return CommandLine.Run(args, Console.Out, Console.Error);
