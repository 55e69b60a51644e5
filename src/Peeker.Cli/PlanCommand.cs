using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Peeker.Cli;

/// <summary><c>peeker plan</c>: what a volume needs. Makes no call.</summary>
internal static class PlanCommand
{
    public static Command Create(Surroundings surroundings, CommonOptions common)
    {
        var volume = new Option<long>("--volume") { Description = "E-mails a month.", Required = true };
        var google = new Option<int?>("--google-percent") { Description = "Google's share; with --microsoft-percent, or neither." };
        var microsoft = new Option<int?>("--microsoft-percent") { Description = "Microsoft's share." };
        var weekends = new Option<bool>("--weekends") { Description = "Send on 30 days a month instead of 22." };
        var inboxes = new Option<int>("--google-inboxes") { Description = "Inboxes on each Google domain: 2 or 3.", DefaultValueFactory = _ => SendingCapacity.DefaultGoogleInboxesPerDomain };
        var sends = new Option<int>("--microsoft-sends") { Description = "Sends a day of a Microsoft domain; an assumption, so it can be replaced.", DefaultValueFactory = _ => SendingCapacity.MicrosoftSendsPerDomain };
        var command = new Command("plan", "Says how many domains and licences a volume of e-mails needs.") { volume, google, microsoft, weekends, inboxes, sends };
        command.SetAction(parsed => Show(surroundings.Output, parsed.GetValue(common.Json), PlanFor(parsed.GetValue(volume), new()
        {
            GooglePercent = parsed.GetValue(google),
            MicrosoftPercent = parsed.GetValue(microsoft),
            SendOnWeekends = parsed.GetValue(weekends),
            GoogleInboxesPerDomain = parsed.GetValue(inboxes),
            MicrosoftSendsPerDomain = parsed.GetValue(sends),
        })));
        return command;
    }

    private static BundlePlan PlanFor(long volume, BundlePlanOptions options)
    {
        try
        {
            return BundlePlan.For(volume, options);
        }
        catch (ArgumentException unfit)
        {
            // Without the name of the parameter that .NET adds; the message begins with the member.
            throw new UsageException(unfit.Message.Split(" (Parameter")[0]);
        }
    }

    private static int Show(TextWriter output, bool json, BundlePlan plan)
    {
        output.WriteLine(json ? JsonLine.Of(writer => Write(writer, plan)) : string.Create(CultureInfo.InvariantCulture, $"""
            {plan.TotalDomains:N0} domains for {plan.MonthlySendingVolume:N0} e-mails a month on {plan.SendingDays} days
            Google     {plan.GooglePercent,3} %  {plan.GoogleDomains,9:N0} domains  {plan.GoogleLicenses,9:N0} licences
            Microsoft  {plan.MicrosoftPercent,3} %  {plan.MicrosoftDomains,9:N0} domains  {plan.MicrosoftLicenses,9:N0} licences
            {plan.SendsPerDay:N0} e-mails a day, of {plan.CapacityPerDay:N0} that the domains can send
            """));
        return ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter writer, BundlePlan plan)
    {
        writer.WriteNumber("monthly_sending_volume", plan.MonthlySendingVolume);
        writer.WriteBoolean("send_on_weekends", plan.SendOnWeekends);
        writer.WriteNumber("sending_days", plan.SendingDays);
        writer.WriteNumber("google_percent", plan.GooglePercent);
        writer.WriteNumber("microsoft_percent", plan.MicrosoftPercent);
        writer.WriteNumber("google_inboxes_per_domain", plan.GoogleInboxesPerDomain);
        writer.WriteNumber("google_domains", plan.GoogleDomains);
        writer.WriteNumber("microsoft_domains", plan.MicrosoftDomains);
        writer.WriteNumber("total_domains", plan.TotalDomains);
        writer.WriteNumber("google_licenses", plan.GoogleLicenses);
        writer.WriteNumber("microsoft_licenses", plan.MicrosoftLicenses);
        writer.WriteNumber("sends_per_day", plan.SendsPerDay);
        writer.WriteNumber("capacity_per_day", plan.CapacityPerDay);
    }
}
