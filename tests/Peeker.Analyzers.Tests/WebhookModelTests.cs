using Test = Peeker.Analyzers.Tests.Analysis<Peeker.Analyzers.WebhookModelAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>;

namespace Peeker.Analyzers.Tests;

public sealed class WebhookModelTests
{
    [Theory]
    [InlineData("""app.MapPost("/hook", (OrderCompleted [|completed|]) => completed.Data.Id);""")]
    [InlineData("""app.MapPost("/hook", async ([FromBody] WebhookEvent [|e|], HttpRequest request) => { await Task.Yield(); });""")]
    [InlineData("""app.MapPost("/hook", (UnknownEvent? [|e|]) => "");""")]
    [InlineData("""app.MapPost("/hook", (IReadOnlyList<WebhookEvent> [|events|]) => events.Count);""")]
    [InlineData("""app.MapPost("/hook", (WebhookEvent[] [|events|]) => events.Length);""")]
    [InlineData("""app.MapPost("/hook", (Envelope [|delivery|]) => delivery.Id);""")]
    [InlineData("""app.MapPost("/hook", (Envelope<Swap> [|delivery|]) => delivery.Id);""")]
    [InlineData("""app.MapPost("/hook", [|Take|]);""")]
    [InlineData("""Func<WebhookEvent, string> take = Take; app.MapPost("/hook", [|take|]);""")]
    [InlineData("""app.Map("/hook", (WebhookEvent [|e|]) => "");""")]
    [InlineData("""app.MapMethods("/hook", new[] { "POST" }, (WebhookEvent [|e|]) => "");""")]
    [InlineData("""app.MapGroup("/hooks").MapPost("/peeker", (WebhookEvent [|e|]) => "");""")]
    [InlineData("""app.MapPost("/webhooks/peeker", (OrderDetail [|order|]) => order.Id);""")]
    [InlineData("""app.MapPost("/webhooks/peeker", (JsonElement [|body|]) => "");""")]
    [InlineData("""app.MapPost("/webhooks/peeker", ([FromBody] Mine [|body|]) => "");""")]
    [InlineData("""app.MapPost("/hook", async context => await [|context.Request.ReadFromJsonAsync<OrderCompleted>()|]);""")]
    public Task An_endpoint_that_binds_a_model_is_reported(string map) => Test.RunAsync(Program(map));

    [Theory]
    [InlineData("""app.MapPeekerWebhooks("/webhooks/peeker");""")]
    [InlineData("""app.MapPost("/webhooks/peeker", async (HttpRequest request, WebhookVerifier verifier) => { await request.Body.CopyToAsync(Stream.Null); });""")]
    [InlineData("""app.MapPost("/webhooks/peeker", ([FromBody] Stream body) => "");""")]
    [InlineData("""app.MapPost("/webhooks/peeker", (PipeReader body, [FromHeader(Name = "Peeker-Signature")] string signature) => "");""")]
    [InlineData("""app.MapPost("/orders", (OrderDetail order) => order.Id);""")]
    [InlineData("""app.MapPost("/orders", (Mine mine) => "");""")]
    [InlineData("""app.MapPost("/orders", (JsonElement mine) => "");""")]
    [InlineData("""app.MapPost("/webhooks/shop", ([FromBody] Mine mine) => "");""")]
    [InlineData("""app.MapPost("/hook", ([FromServices] WebhookEvent example) => "");""")]
    [InlineData("""app.MapPost("/hook", (Bound bound) => "");""")]
    [InlineData("""app.MapGet("/latest", (WebhookEvent e) => "");""")]
    [InlineData("""app.MapPost("/hook", async context => await context.Request.ReadFromJsonAsync<Mine>());""")]
    [InlineData("""Func<WebhookEvent, string> take = Take; take(null!);""")]
    public Task An_endpoint_that_reads_bytes_or_something_else_is_left_alone(string map) => Test.RunAsync(Program(map));

    [Theory]
    [InlineData("""public class Hooks : ControllerBase { [HttpPost("hook")] public void Post([FromBody] OrderCompleted [|completed|]) { } }""")]
    [InlineData("""[ApiController] public class Hooks { [HttpPost("hook")] public void Post(WebhookEvent [|e|]) { } }""")]
    [InlineData("""[Route("webhooks/peeker")] public class Hooks : ControllerBase { [HttpPost] public void Post([FromBody] OrderDetail [|order|]) { } }""")]
    [InlineData("""public class Hooks : ControllerBase { [HttpPost("hook")] public void Post() { } [NonAction] public void Take(WebhookEvent e) { } private void Make(WebhookEvent e) { } }""")]
    [InlineData("""public class Hooks : ControllerBase { [HttpPost("hook")] public void Post([FromServices] WebhookEvent e) { } }""")]
    [InlineData("""public class Orders : ControllerBase { [HttpPost("orders")] public void Post([FromBody] OrderDetail order) { } }""")]
    [InlineData("""public class Handler { public void Handle(WebhookEvent e) { } }""")]
    public Task An_action_is_an_endpoint_too(string type) => Test.RunAsync(Program("", type));

    private static string Program(string map, string type = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.IO.Pipelines;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Peeker;

        {{type}}
        public record Envelope(string Id, string Type, DateTimeOffset CreatedAt, OrderDetail Data);
        public class Envelope<T> { public string Id { get; set; } public T Data { get; set; } }
        public record Mine(string Shop, OrderDetail Order);
        public record Bound(string Id, OrderDetail Data)
        {
            public static ValueTask<Bound> BindAsync(HttpContext context) => default;
        }

        static class Program
        {
            static string Take(WebhookEvent e) => "";

            static void Map(WebApplication app)
            {
                {{map}}
            }
        }
        """;
}
