using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Peeker;

namespace Fulfilment;

/// <summary>Looks for open purchases, and takes each a step further, until the host stops.</summary>
internal sealed partial class FulfilmentWorker(IDbContextFactory<ShopDatabase> databases, PurchaseFulfilment fulfilment, TimeProvider time, ILogger<FulfilmentWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var calm = true;
            foreach (var purchase in await OpenAsync(stoppingToken)) calm &= await TryAsync(purchase, stoppingToken);
            await Task.Delay(calm ? Pause : PauseAfterFailure, time, stoppingToken);
        }
    }

    private async Task<List<Purchase>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Purchases.AsNoTracking()
            .Where(purchase => purchase.State != PurchaseState.Fulfilled && purchase.State != PurchaseState.Unclear)
            .OrderBy(purchase => purchase.Number).ToListAsync(cancellationToken);
    }

    private async Task<bool> TryAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        try
        {
            await fulfilment.StepAsync(purchase, cancellationToken);
            return true;
        }
        catch (PeekerException failure)
        {
            // Its message is fit for a log. The purchase stays where it is, and the same step is tried again.
            StepFailed(log, purchase.Number, failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Purchase {Number} goes on later.")]
    private static partial void StepFailed(ILogger log, int number, Exception failure);
}
