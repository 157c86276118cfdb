namespace Hedensted.Cms.Media.Storage;

/// <summary>Tells a disk without room from other trouble with files.</summary>
internal static class FullDisk
{
    private const int WindowsDiskFull = unchecked((int)0x80070070), FileTooLarge = 27, NoSpaceLeft = 28, QuotaExceeded = 122;

    /// <summary>Whether the exception says that there was no room, on the disk or in what this program may use of it.</summary>
    public static bool Caused(Exception? exception) =>
        exception is IOException and not BadHttpRequestException
        && (exception.HResult == WindowsDiskFull || (exception.HResult & 0xFFFF) is NoSpaceLeft or FileTooLarge or QuotaExceeded);

    /// <summary>The same for what came of writing to a file: a limit on file sizes is reported as an argument that is out of range.</summary>
    public static bool CausedByWriting(Exception exception) => Caused(exception) || exception is ArgumentOutOfRangeException;
}
