using System.Net.Http.Json;
using Peeker.Benchmarks;

// The same call with the platform alone.
using var http = new HttpClient { BaseAddress = new(args[0]) };
http.DefaultRequestHeaders.Authorization = new("Bearer", args[1]);
var answer = await http.GetFromJsonAsync("orders/ord_01HZX0OR1A2B3C4D5E6F7G8H", OrderJson.Default.EnvelopeOrderDetail);
return answer!.Data!.DomainCount == 10 ? 0 : 1;
