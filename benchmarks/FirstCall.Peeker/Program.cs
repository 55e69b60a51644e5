using Peeker;

// One call to the address and with the key of the arguments: what a process does from its start to its first answer.
using var peeker = new PeekerClient(args[1], new() { BaseAddress = new(args[0]) });
var order = await peeker.Orders.GetAsync("ord_01HZX0OR1A2B3C4D5E6F7G8H");
return order.DomainCount == 10 ? 0 : 1;
