using LspCompose.Cli;

var host = Host.Open();
try
{
    return await CommandLine.RunAsync(args, host);
}
catch (Exception exception)
{
    host.Error.WriteLine($"lspcompose: internal error, please report it: {exception}");
    return ExitCodes.Failure;
}
finally
{
    host.Output.Flush();
}
