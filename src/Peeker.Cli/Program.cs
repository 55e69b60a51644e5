using Peeker.Cli;

using var interruption = new Interruption();
var surroundings = Surroundings.OfProcess();
return await CommandLine.RunAsync(args, surroundings, interruption.Token);
