/** Why a worker died. Where its script cannot be fetched its error says nothing. */
export const reasonOf = (event: ErrorEvent): Error =>
  new Error(event.message || '服务器暂时连接不上，读取文件的程序没有取到；请检查网络后重新放入');
