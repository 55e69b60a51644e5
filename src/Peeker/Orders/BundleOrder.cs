namespace Peeker;

public sealed partial class BundleOrder : OrderRequest;
