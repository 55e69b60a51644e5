using Microsoft.EntityFrameworkCore;

namespace Fulfilment;

/// <summary>The shop's database. SQLite commits are on the disk when they return, so bytes are never sent that a power cut takes away.</summary>
internal sealed class ShopDatabase(DbContextOptions<ShopDatabase> options) : DbContext(options)
{
    public DbSet<Purchase> Purchases => Set<Purchase>();

    public DbSet<OutgoingMail> Outbox => Set<OutgoingMail>();

    public static DbContextOptions<ShopDatabase> At(string file) => new DbContextOptionsBuilder<ShopDatabase>().UseSqlite($"Data Source={file}").Options;

    /// <summary>Moves a purchase on, if it still stands where the caller saw it: of two workers one moves it.</summary>
    public async Task<bool> MoveAsync(int number, PurchaseState from, Action<Purchase> change, CancellationToken cancellationToken)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);

        // The first statement writes, so SQLite lets one transaction at a time past it.
        var mine = await Purchases.Where(purchase => purchase.Number == number && purchase.State == from)
            .ExecuteUpdateAsync(set => set.SetProperty(purchase => purchase.Note, purchase => purchase.Note), cancellationToken);
        if (mine == 0) return false;
        ChangeTracker.Clear();
        change(await Purchases.SingleAsync(purchase => purchase.Number == number, cancellationToken));
        await SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Purchase>(purchase =>
        {
            purchase.Property(one => one.Number).ValueGeneratedNever();
            purchase.Property(one => one.State).HasConversion<string>();
            purchase.HasIndex(one => one.State);
        });
}
