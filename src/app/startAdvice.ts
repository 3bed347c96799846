import { ArchiveError } from '../archive/errors';
import { CatalogueError } from '../domain/catalogue/readCatalogue';
import { messageOf } from '../domain/failure';
import { ProfileError } from '../domain/readProfile';
import { StartError, type StartProblem } from './startError';

/** What the page says when it could not start: what is wrong, the reason as it came, and what to do. */
export interface StartAdvice {
  title: string;
  reason: string;
  steps: string[];
}

const BROWSERS =
  'Chrome、Edge 109 及以上（含同版本内核的国产浏览器极速模式）、Firefox 115 ESR 及以上或 Safari 17 及以上';

const OF_PROBLEM: Record<StartProblem, Omit<StartAdvice, 'reason'>> = {
  profile_unreachable: {
    title: '配置文件读取不到',
    steps: [
      '请确认发布目录完整，其中包含 profiles、catalogue 文件夹及各 .json 文件。',
      '请通过网址（http 或 https）打开本页，不要直接双击 index.html。',
    ],
  },
  profile_not_json: {
    title: '配置文件不是有效的 JSON',
    steps: [
      '服务器可能把找不到的文件都转到了首页；请检查服务器的回退规则。',
      '如修改过该文件，请检查括号、引号和逗号。',
    ],
  },
};

/** Turns a failure of the start into a page that helps. Never throws. */
export function startAdvice(error: unknown): StartAdvice {
  if (error instanceof StartError) return { ...OF_PROBLEM[error.problem], reason: error.detail };
  const reason = messageOf(error);
  if (error instanceof ProfileError || error instanceof CatalogueError)
    return {
      title: '方案配置有误，未载入',
      reason: error.faults.join('\n'),
      steps: [
        '请按上列位置逐项改正 profiles 或 catalogue 文件夹中的文件后刷新。',
        '改正之前，本机已存的报送不受影响。',
      ],
    };
  if (error instanceof ArchiveError)
    return {
      title: '本机保存的数据打不开',
      reason,
      steps: ['请按原因中的提示处理后刷新。', '请在安全的网址（https 或 http://localhost）上打开，不要使用无痕窗口。'],
    };
  if (/wasm|webassembly|mime/i.test(reason))
    return {
      title: '计算引擎未能启动',
      reason,
      steps: [
        '请让服务器以 application/wasm 类型提供 .wasm 文件（nginx 的 mime.types 加一行；IIS 在“MIME 类型”中添加）。',
        '如服务器设置了内容安全策略，script-src 需包含 wasm-unsafe-eval。',
        `请使用 ${BROWSERS}。`,
      ],
    };
  return {
    title: '页面未能启动',
    reason,
    steps: ['请刷新重试；如仍然出现，请把以上原因提供给技术人员。', `请使用 ${BROWSERS}。`],
  };
}
