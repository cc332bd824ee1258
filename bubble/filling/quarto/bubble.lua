-- {{< bubble headline sector=food lang=th for=slide width=80% caption="Words" sources=true >}}
-- A figure of the knowledge graph in a Quarto document. It calls `bubble figure` with a list of arguments, never a
-- shell, so that nothing in a document can be run as a command; BUBBLE_COMMAND names another program than "bubble".

local OWN = { lang = true, ["for"] = true, width = true, caption = true, sources = true }

-- Plain text of what a shortcode was given: text, or words that Pandoc has read.
local function text(value)
  if value == nil then return "" end
  if type(value) == "string" then return value end
  return pandoc.utils.stringify(value)
end

-- A part of a file's name, from which nothing can lead out of the folder.
local function plain(name)
  return (name:gsub("[^%w%-]", "-"))
end

-- What a document shows in place of a figure that can't be made; the render stops with the same words.
local function refuse(told)
  error("bubble: " .. told, 0)
end

-- The ending that the format of the document shows best.
local function ending()
  if FORMAT:match("latex") or FORMAT:match("beamer") then return ".pdf" end
  if FORMAT:match("docx") or FORMAT:match("pptx") then return ".png" end
  return ".svg"
end

local function shortcode(args, kwargs)
  local name = text(args[1])
  if name == "" or name:sub(1, 1) == "-" then
    refuse("expected the name of a view, as {{< bubble headline >}}")
  end
  local given = {}
  for key, value in pairs(kwargs) do
    given[text(key)] = text(value)
  end
  local keys = {}
  for key in pairs(given) do
    if given[key] ~= "" then keys[#keys + 1] = key end
  end
  table.sort(keys)
  local lang = given.lang or ""
  local size = given["for"] or ""
  if lang == "" then lang = "en" end
  if size == "" then size = "web" end
  local params, stem = {}, name .. "-" .. lang .. "-" .. size
  for _, key in ipairs(keys) do
    if not OWN[key] then
      params[#params + 1] = "--param=" .. key .. "=" .. given[key]
      stem = stem .. "-" .. key .. "-" .. pandoc.sha1(given[key]):sub(1, 8)
    end
  end
  local folder = "bubble-figures"
  local file = folder .. "/" .. plain(stem) .. ending()
  local asked = { "figure", "--to=" .. file, "--as=quarto", "--lang=" .. lang, "--for=" .. size }
  if (given.caption or "") ~= "" then asked[#asked + 1] = "--caption=" .. given.caption end
  for _, param in ipairs(params) do asked[#asked + 1] = param end
  asked[#asked + 1] = "--"
  asked[#asked + 1] = name
  local command = os.getenv("BUBBLE_COMMAND")
  if command == nil or command == "" then command = "bubble" end
  local ran, told = pcall(pandoc.pipe, command, asked, "")
  if not ran then
    local said = type(told) == "table" and told.output or tostring(told)
    refuse(name .. ": the figure was not made" .. (said ~= "" and ": " .. said or "; the line above says why"))
  end
  local blocks = pandoc.read(told, "markdown").blocks
  local figure = blocks[1]
  if (given.width or "") ~= "" then
    figure = figure:walk({ Image = function(image)
      image.attributes.width = given.width
      return image
    end })
  end
  if given.sources == "true" then
    blocks[1] = figure
    return blocks
  end
  return pandoc.Blocks({ figure })
end

return { ["bubble"] = shortcode }
