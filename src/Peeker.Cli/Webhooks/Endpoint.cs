using System.Globalization;

namespace Peeker.Cli.Webhooks;

/// <summary>An address that deliveries are sent to, as Peeker sends them: no redirect is followed, and 15 seconds are enough.</summary>
internal sealed class Endpoint(Surroundings surroundings, Uri url) : IDisposable
{
    private readonly HttpClient _http = new(surroundings.Handler ?? new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: surroundings.Handler is null) { Timeout = TimeSpan.FromSeconds(15) };

    public Uri Url => url;

    /// <returns>The status; null if no answer came.</returns>
    public async Task<int?> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)response.StatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    public static bool Accepts(int? status) => status is >= 200 and < 300;

    public static string Describe(int? status) => status?.ToString(CultureInfo.InvariantCulture) ?? "no answer";

    public void Dispose() => _http.Dispose();
}
