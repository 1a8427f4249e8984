-- nvim --headless -u NONE -i NONE -n -l features.lua SERVER FOLDER
-- Every feature of the server once, asked for by Neovim's client in the project in FOLDER, one service of which is broken.
-- Ends with an error, and so with exit code 1, at the first answer that is not right.
local server, folder = arg[1], arg[2]
local main = folder .. '/compose.yaml'

vim.cmd.edit(vim.fn.fnameescape(main))
local capabilities = vim.lsp.protocol.make_client_capabilities()
capabilities.workspace.fileOperations = { willRename = true, didRename = true }
local client_id = assert(vim.lsp.start({
  name = 'lspcompose',
  cmd = { server, 'lsp', '--stdio' },
  root_dir = folder,
  capabilities = capabilities,
  get_language_id = function() return 'dockercompose' end,
  init_options = { lspcompose = { commands = { 'lspcompose.up', 'lspcompose.logs', 'lspcompose.restart', 'lspcompose.down', 'lspcompose.showReferences' } } },
}))
local client = assert(vim.lsp.get_client_by_id(client_id))
local document = { uri = vim.uri_from_fname(main) }
local checks = 0

local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end

-- The position of "|" in a piece of one line; the piece without it has to be in the text once.
local function at(piece)
  local before, after = piece:match('^(.-)|(.*)$')
  for number, line in ipairs(lines()) do
    local column = line:find(before .. after, 1, true)
    if column then
      return { line = number - 1, character = column - 1 + #before }
    end
  end
  error('not in the text: ' .. piece)
end

local function ask(method, params)
  local reply = client.request_sync(method, vim.tbl_extend('keep', params or {}, { textDocument = document }), 20000, 0)
  assert(reply, method .. ' was not answered')
  assert(not reply.err, method .. ': ' .. vim.inspect(reply.err))
  return reply.result
end

local function holds(method, result, ...)
  local text = vim.inspect(result)
  for _, part in ipairs({ ... }) do
    assert(text:find(part, 1, true), method .. ': no "' .. part .. '" in ' .. text)
  end
  checks = checks + 1
end

-- What an answer says about one place.
local function says(method, place, ...)
  holds(method, ask(method, { position = at(place), context = { includeDeclaration = true, triggerKind = 1 } }), ...)
end

local whole = { start = { line = 0, character = 0 }, ['end'] = { line = #lines(), character = 0 } }

-- Files the project refers to are read beside the session.
assert(vim.wait(15000, function()
  local hover = ask('textDocument/hover', { position = at('${T|AG') })
  return hover and vim.inspect(hover):find('1.2', 1, true)
end, 50), 'the value of TAG is never known')

says('textDocument/completion', 'depends_on: [|db]', 'db')
says('textDocument/completion', '    restart: |', 'unless-stopped')
says('textDocument/completion', '    ima|ge: postgres', 'image')
says('textDocument/completion', 'target: |run', 'run')
local items = ask('textDocument/completion', { position = at('    ima|ge: postgres'), context = { triggerKind = 1 } })
holds('completionItem/resolve', client.request_sync('completionItem/resolve', (items.items or items)[1], 20000, 0), 'documentation')
says('textDocument/hover', 'net|works: [front', 'reach')
says('textDocument/hover', '"8080|:80"', '8080')
says('textDocument/definition', 'depends_on: [d|b]', 'compose.yaml')
says('textDocument/definition', '${T|AG', '.env')
says('textDocument/references', '  d|b:', 'compose.yaml', 'compose.override.yaml')
says('textDocument/documentHighlight', 'networks: [front, b|ack]', 'kind')
says('textDocument/prepareRename', '  d|b:', 'range')
holds('textDocument/rename', ask('textDocument/rename', { position = at('  d|b:'), newName = 'database' }), 'compose.override.yaml', 'database')
holds('textDocument/documentLink', ask('textDocument/documentLink'), 'https://', 'monitoring.yaml')
holds('textDocument/documentSymbol', ask('textDocument/documentSymbol'), 'services', 'web', 'children')
holds('workspace/symbol', ask('workspace/symbol', { query = 'grafana' }), 'monitoring.yaml')
local called = ask('textDocument/prepareCallHierarchy', { position = at('  d|b:') })[1]
holds('callHierarchy/incomingCalls', ask('callHierarchy/incomingCalls', { item = called }), 'web')
local caller = ask('textDocument/prepareCallHierarchy', { position = at('  w|eb:') })[1]
holds('callHierarchy/outgoingCalls', ask('callHierarchy/outgoingCalls', { item = caller }), 'db')
holds('textDocument/selectionRange', ask('textDocument/selectionRange', { positions = { at('image: post|gres') } }), 'parent')
holds('textDocument/foldingRange', ask('textDocument/foldingRange'), 'startLine')
says('textDocument/linkedEditingRange', '&commo|n', 'ranges')
holds('textDocument/inlayHint', ask('textDocument/inlayHint', { range = whole }), 'label')
holds('textDocument/semanticTokens/full', ask('textDocument/semanticTokens/full'), 'data')
holds('textDocument/semanticTokens/range', ask('textDocument/semanticTokens/range', { range = whole }), 'data')
holds('textDocument/codeLens', ask('textDocument/codeLens'), 'range')
holds('textDocument/codeAction', ask('textDocument/codeAction', { range = { start = at('"|8080:80"'), ['end'] = at('"|8080:80"') }, context = { diagnostics = {} } }), 'refactor.rewrite')
holds('textDocument/formatting', ask('textDocument/formatting', { options = { tabSize = 2, insertSpaces = true } }), 'newText')
holds('textDocument/rangeFormatting', ask('textDocument/rangeFormatting', { range = whole, options = { tabSize = 2, insertSpaces = true } }), 'newText')
ask('textDocument/onTypeFormatting', { position = at('    image: postgres:17|'), ch = '\n', options = { tabSize = 2, insertSpaces = true } })
holds('textDocument/diagnostic', ask('textDocument/diagnostic'), 'syntax-error')
holds('workspace/diagnostic', ask('workspace/diagnostic', { previousResultIds = {} }), 'monitoring.yaml')
holds('workspace/willRenameFiles', ask('workspace/willRenameFiles', { files = { { oldUri = vim.uri_from_fname(folder .. '/monitoring.yaml'), newUri = vim.uri_from_fname(folder .. '/metrics.yaml') } } }), 'metrics.yaml')
holds('workspace/executeCommand', ask('workspace/executeCommand', { command = 'lspcompose.graph', arguments = { document.uri } }), 'flowchart')

client.stop()
assert(vim.wait(15000, function() return client.is_stopped() end, 20), 'the server does not stop')
io.stdout:write(checks .. ' answers are right\n')
os.exit(0)
