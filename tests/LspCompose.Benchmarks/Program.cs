using LspCompose.Benchmarks;

// dotnet run -c Release --project tests/LspCompose.Benchmarks -- PROGRAM [FOLDER WITH SAMPLES]
if (args is not [var program, .. var rest])
{
    Console.Error.WriteLine("usage: LspCompose.Benchmarks PROGRAM [FOLDER WITH SAMPLES]");
    return 2;
}

var samples = Directory.GetFiles(rest is [var folder] ? folder : "tests/samples", "*.yml");
await Measurements.StartAsync(program);
await Measurements.MemoryAsync(program, samples);
foreach (var services in new[] { 10, 100, 1000, 5000 })
{
    await Measurements.EditAsync(program, services);
}

await Measurements.HungEngineAsync(program, 100);
return 0;
