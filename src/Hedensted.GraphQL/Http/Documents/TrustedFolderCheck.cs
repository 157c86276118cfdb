using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Http.Documents;

/// <summary>Stops the start when the folder of trusted documents cannot be used.</summary>
internal sealed class TrustedFolderCheck : IValidateOptions<TrustedDocumentOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TrustedDocumentOptions options)
    {
        var (_, faults) = TrustedFolder.Read(options.Folder);
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
