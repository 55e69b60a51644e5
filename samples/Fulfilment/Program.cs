using Fulfilment;

// Without arguments: the story, which starts the worker as a process of its own and kills it. With two: the worker, on a database file and the
// address of a sandbox or of Peeker; the key is read from PEEKER_API_KEY, the password of the sequencer login from SEQUENCER_PASSWORD.
switch (args)
{
    case []:
        return await Story.TellAsync(Console.Out) ? 0 : 1;
    case [var database, var address] when Uri.TryCreate(address, UriKind.Absolute, out var baseAddress):
        await WorkerProcess.RunAsync(database, baseAddress, Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Fulfilment [DATABASE BASE-ADDRESS]");
        return 2;
}
