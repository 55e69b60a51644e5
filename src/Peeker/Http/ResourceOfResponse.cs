namespace Peeker.Http;

internal static class ResourceOfResponse
{
    /// <summary>Drops everything but the resource.</summary>
    public static async Task<T> Resource<T>(this Task<PeekerResponse<T>> response) => (await response.ConfigureAwait(false)).Resource;
}
