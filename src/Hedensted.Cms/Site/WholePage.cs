using System.Buffers;
using System.Collections.Frozen;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Hedensted.Cms.Site;

/// <summary>A page that is made to its end before the first byte of it is sent: whoever takes it slowly holds its bytes, and nothing of what made them.</summary>
/// <typeparam name="TPage">The component, which finds the request as a cascading <see cref="HttpContext"/>.</typeparam>
/// <param name="parameters">The component's parameters.</param>
/// <param name="status">The status to answer with.</param>
internal sealed class WholePage<TPage>(IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    private static readonly PipeOptions Unlimited = new(pauseWriterThreshold: 0, useSynchronizationContext: false);

    private IReadOnlyDictionary<string, object?> _parameters = parameters;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext context)
    {
        var response = context.Response;
        var page = new Pipe(Unlimited);
        try
        {
            await MakeAsync(context, page.Writer);
            _parameters = FrozenDictionary<string, object?>.Empty; // what was read for the page goes before anybody waits for the client
            page.Reader.TryRead(out var made);
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.ContentLength = made.Buffer.Length;
            await response.StartAsync(context.RequestAborted);
            foreach (var part in made.Buffer)
            {
                response.BodyWriter.Write(part.Span);
            }
        }
        finally
        {
            await page.Writer.CompleteAsync();
            await page.Reader.CompleteAsync();
        }

        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    // A renderer of its own rather than the request's: that one keeps the whole tree of components until the request has ended.
    private async Task MakeAsync(HttpContext context, PipeWriter into)
    {
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        await using var text = new StreamWriter(into.AsStream(leaveOpen: true));
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var made = await renderer.RenderComponentAsync<CascadingValue<HttpContext>>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(CascadingValue<>.Value)] = context,
                [nameof(CascadingValue<>.IsFixed)] = true,
                [nameof(CascadingValue<>.ChildContent)] = (RenderFragment)(content =>
                {
                    content.OpenComponent<TPage>(0);
                    foreach (var (name, value) in _parameters)
                    {
                        content.AddComponentParameter(1, name, value);
                    }

                    content.CloseComponent();
                }),
            }));
            made.WriteHtmlTo(text);
        });
    }
}
