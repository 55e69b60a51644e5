using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Peeker.Http;

/// <summary>
/// Puts the key and the product's name on a request. Does what Kiota's handlers for authorization and user agent do, by their own options and contracts; those two
/// add more than a kilobyte to each call.
/// </summary>
internal sealed class Credentials(ApiKey key, UserAgentHandlerOption product) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<IRequestOption> OwnProduct = new(typeof(UserAgentHandlerOption).FullName!);

    private readonly string _product = NameOf(product);
    private Bearer? _last;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AddProduct(request);
        if (request.Headers.Contains("Authorization") || !key.AllowedHostsValidator.IsUrlHostValid(request.RequestUri!)) return base.SendAsync(request, cancellationToken);
        var token = key.ReadAsync(cancellationToken);
        if (!token.IsCompletedSuccessfully) return SendLaterAsync(request, token, cancellationToken);
        Authorize(request, token.Result);
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendLaterAsync(HttpRequestMessage request, ValueTask<string> token, CancellationToken cancellationToken)
    {
        Authorize(request, await token.ConfigureAwait(false));
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // A key is checked before it comes here: it needs no validation as a header.
    private void Authorize(HttpRequestMessage request, string token)
    {
        // One object with key and header, so that two threads that meet at a rotation cannot mix them.
        if (_last is not { } last || !ReferenceEquals(last.Token, token)) _last = last = new(token, "Bearer " + token);
        request.Headers.TryAddWithoutValidation("Authorization", last.Header);
    }

    private void AddProduct(HttpRequestMessage request)
    {
        var option = request.Options.TryGetValue(OwnProduct, out var own) ? (UserAgentHandlerOption)own : product;
        if (option.Enabled) request.Headers.TryAddWithoutValidation("User-Agent", ReferenceEquals(option, product) ? _product : NameOf(option));
    }

    private static string NameOf(UserAgentHandlerOption option) => $"{option.ProductName}/{option.ProductVersion}";

    private sealed class Bearer(string token, string header)
    {
        public string Token => token;

        public string Header => header;
    }
}
