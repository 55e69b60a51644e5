namespace Peeker;

public sealed partial class CustomOrder : OrderRequest;
