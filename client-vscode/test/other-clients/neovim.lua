-- nvim --headless -u NONE -i NONE -n -l neovim.lua SERVER FILE
-- Neovim's own language client with the server: findings of a circle of links, the quick fix, no finding, the file saved.
-- Ends with an error, and so with exit code 1, at the first step that does not happen.
local server, file = arg[1], arg[2]

local function wait(what, happened)
  if not vim.wait(15000, happened, 20) then
    error('never happened: ' .. what .. '\n' .. vim.inspect(vim.diagnostic.get(0)))
  end
end

vim.cmd.edit(vim.fn.fnameescape(file))
local client_id = assert(vim.lsp.start({
  name = 'lspcompose',
  cmd = { server, 'lsp', '--stdio' },
  root_dir = vim.fs.dirname(file),
  -- Neovim calls every YAML file "yaml".
  get_language_id = function() return 'dockercompose' end,
}))
local client = assert(vim.lsp.get_client_by_id(client_id))

local function found(rule)
  return vim.iter(vim.diagnostic.get(0)):filter(function(finding) return finding.code == rule end):totable()
end

wait('a circular-link is found', function() return #found('circular-link') == 1 end)
local circle = found('circular-link')[1]
assert(circle.source == 'lspcompose', circle.source)
assert(circle.severity == vim.diagnostic.severity.ERROR, circle.severity)
assert(#found('deprecated-link') == 2, #found('deprecated-link'))

vim.api.nvim_win_set_cursor(0, { circle.lnum + 1, circle.col })
local hover = client.request_sync('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding), 5000, 0)
assert(hover and hover.result and vim.inspect(hover.result.contents):find('network'), vim.inspect(hover))

vim.lsp.buf.code_action({
  apply = true,
  filter = function(action)
    return vim.startswith(action.title, 'Convert all links in this file to networks') and action.kind == 'quickfix'
  end,
})
wait('the quick fix is applied', function()
  return not table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'):find('links:')
end)
wait('no finding is left', function() return #vim.diagnostic.get(0) == 0 end)
vim.cmd('silent write')

client.stop()
wait('the server stops', function() return client.is_stopped() end)
os.exit(0)
