using Microsoft.AspNetCore.Builder;
using WebhookReceiver;

// Without arguments: the story, with a sandbox that sends. With arguments, such as --urls http://127.0.0.1:5080: a receiver, with
// its secret in Peeker__Webhooks__Secrets__live or __sandbox, and a key in PEEKER_API_KEY.
if (args.Length == 0) await Story.RunAsync(Console.Out);
else await Receiver.Make(WebApplication.CreateBuilder(args), Console.Out).RunAsync();
