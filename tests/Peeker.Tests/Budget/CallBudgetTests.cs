using System.Threading.RateLimiting;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using Peeker.Tests.Retry;

namespace Peeker.Tests.Budget;

/// <summary>How a call uses whatever budget it is given.</summary>
public class CallBudgetTests
{
    [Fact]
    public async Task Each_attempt_takes_a_permit_and_gives_it_back_when_the_answer_has_come()
    {
        using var budget = new Ledger();
        using var script = new Script(new() { RequestBudget = budget });
        script.Then((_, _) =>
        {
            Assert.Equal(1, budget.Held);
            return Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Body(() => Assert.Equal(0, budget.Held))) });
        }).Breaks(HttpRequestError.ConnectionError).Limits(1).Answers(200, Script.Bundle);
        await script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1"));
        Assert.Equal((4, 0), (budget.Taken, budget.Held));
    }

    [Fact]
    public async Task A_permit_that_comes_after_the_deadline_is_not_waited_for()
    {
        using var budget = new Ledger { Waits = TimeSpan.FromSeconds(90) };
        using var script = new Script(new() { RequestBudget = budget, Deadline = TimeSpan.FromSeconds(60) });
        var thrown = await Assert.ThrowsAsync<PeekerBudgetException>(() => script.Client.Bundles.GetAsync("bun_1"));
        Assert.Equal((TimeSpan.FromSeconds(90), 0), (thrown.WaitNotBegun, thrown.Attempts));
        Assert.Empty(script.Requests);
    }

    [Fact]
    public async Task A_permit_that_does_not_come_ends_at_the_deadline()
    {
        using var budget = new Ledger { Waits = TimeSpan.FromSeconds(1), NeverGives = true };
        using var script = new Script(new() { RequestBudget = budget, Deadline = TimeSpan.FromSeconds(10) });
        await Assert.ThrowsAsync<PeekerBudgetException>(() => script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1")));
        Assert.Contains(TimeSpan.FromSeconds(10), script.Clock.Waits);
    }

    [Fact]
    public async Task A_full_queue_is_an_error_with_a_name()
    {
        using var budget = new Ledger { Waits = TimeSpan.FromSeconds(1), IsFull = true };
        using var script = new Script(new() { RequestBudget = budget });
        var thrown = await Assert.ThrowsAsync<PeekerBudgetException>(() => script.Client.Bundles.GetAsync("bun_1"));
        Assert.Contains("too many attempts wait", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_whose_first_attempt_is_open_stays_open_when_the_budget_ends()
    {
        using var budget = new Ledger();
        using var script = new Script(new() { RequestBudget = budget }).Then((_, _) =>
        {
            (budget.Waits, budget.IsFull) = (TimeSpan.FromSeconds(1), true);
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        });
        var thrown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => script.RunAsync(peeker => peeker.Orders.CreateAsync(RetryTests.Order)));
        Assert.IsType<PeekerBudgetException>(thrown.InnerException);
    }

    [Fact]
    public async Task The_time_of_an_attempt_begins_with_its_permit()
    {
        using var budget = new Ledger { Waits = TimeSpan.FromSeconds(1), GivesAfter = TimeSpan.FromSeconds(30) };
        using var script = new Script(new() { RequestBudget = budget, AttemptTimeout = TimeSpan.FromSeconds(5) }).Answers(200, Script.Bundle);
        budget.Clock = script.Clock;
        await script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1"));
        Assert.Equal(1, budget.Taken);
    }

    [Fact]
    public async Task Clients_of_one_key_share_the_budget_of_the_process()
    {
        var clock = new WatchedClock();
        using var answers = new Answers();
        PeekerClient Client(string key) => new(key, new() { Handler = answers, RequestsPerMinute = 2, Time = clock, Deadline = TimeSpan.FromSeconds(30) });
        using var one = Client("pk_test_shared");
        using var two = Client("pk_test_shared");
        using var other = Client("pk_test_other");
        await one.Bundles.GetAsync("bun_1");
        await two.Bundles.GetAsync("bun_1");
        await Assert.ThrowsAsync<PeekerBudgetException>(() => one.Bundles.GetAsync("bun_1"));
        await other.Bundles.GetAsync("bun_1");
        clock.Advance(TimeSpan.FromSeconds(61));
        await one.Bundles.GetAsync("bun_1");
    }

    [Fact]
    public async Task Options_of_the_handlers_reach_them()
    {
        using var script = new Script().Answers(200, Script.Bundle);
        var inspection = new HeadersInspectionHandlerOption();
        await script.RunAsync(peeker => peeker.With(inspection, new PeekerCallOptions { MaxRetries = 1 }).Bundles.GetAsync("bun_1"));
        var sent = script.Requests[0].Options;
        Assert.True(sent.TryGetValue(new HttpRequestOptionsKey<IRequestOption>(typeof(HeadersInspectionHandlerOption).FullName!), out var found));
        Assert.Same(inspection, found);
    }

    private sealed class Answers : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Http.Stub.Json(System.Net.HttpStatusCode.OK, Script.Bundle));
    }

    private sealed class Body(Action read) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            read();
            throw new HttpIOException(HttpRequestError.ResponseEnded, "cut");
        }
    }

    /// <summary>Counts what is taken and given back, and refuses as it is told.</summary>
    private sealed class Ledger : RateLimiter
    {
        public int Taken { get; private set; }

        public int Held { get; private set; }

        /// <summary>Set when no permit is free at once.</summary>
        public TimeSpan? Waits { get; set; }

        public bool IsFull { get; set; }

        public bool NeverGives { get; set; }

        public TimeSpan GivesAfter { get; set; }

        public TimeProvider Clock { get; set; } = TimeProvider.System;

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => Waits is { } wait ? new Refusal(wait) : Give();

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            if (NeverGives) await Task.Delay(Timeout.Infinite, cancellationToken);
            if (IsFull) return new Refusal(Waits!.Value);
            await Task.Delay(GivesAfter, Clock, cancellationToken);
            return Give();
        }

        private Lease Give()
        {
            (Taken, Held) = (Taken + 1, Held + 1);
            return new(this);
        }

        private sealed class Lease(Ledger ledger) : RateLimitLease
        {
            private bool _given;

            public override bool IsAcquired => true;

            public override IEnumerable<string> MetadataNames => [];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = null;
                return false;
            }

            protected override void Dispose(bool disposing)
            {
                if (!_given) ledger.Held--;
                _given = true;
                base.Dispose(disposing);
            }
        }

        private sealed class Refusal(TimeSpan wait) : RateLimitLease
        {
            public override bool IsAcquired => false;

            public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = wait;
                return metadataName == MetadataName.RetryAfter.Name;
            }
        }
    }
}
